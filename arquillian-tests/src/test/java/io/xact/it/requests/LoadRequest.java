// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One request of many.
 *
 * @param name its own row's
 * @param kind what it wants
 * @param method its method
 * @param isByJaxRs whether JAX-RS handles it, and not a servlet
 * @param isInH2 whether it has a row there too
 * @param isReset whether a client that goes away does so without a farewell
 * @param size how long its answer is, if that is long
 * @param steps what the handler does
 */
record LoadRequest(
        String name,
        LoadKind kind,
        String method,
        boolean isByJaxRs,
        boolean isInH2,
        boolean isReset,
        int size,
        String steps) {

    private static final List<LoadKind> KINDS = List.of(LoadKind.values());

    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE");

    private static final int LEAST_SPILLED = 1001;

    private static final int LONGEST = 100_001;

    /** The request of that number in the load that a seed makes. */
    static LoadRequest of(long seed, int number) {
        SplittableRandom random = new SplittableRandom(seed + number);
        LoadKind kind = KINDS.get(random.nextInt(KINDS.size()));
        String name = "r" + number;
        boolean isInH2 = random.nextInt(4) == 0;
        int size = random.nextInt(LEAST_SPILLED, LONGEST);
        String steps = kind.steps()
                .replace("ME", name)
                .replace("SIZE", Integer.toString(size))
                .replace("SHARED", "shared-" + random.nextInt(2));
        return new LoadRequest(
                name,
                kind,
                METHODS.get(random.nextInt(METHODS.size())),
                !kind.isGone() && random.nextBoolean(),
                isInH2,
                random.nextBoolean(),
                size,
                isInH2 ? steps.replaceFirst("insert:" + name, "$0;insert-h2:" + name) : steps);
    }

    String path() {
        return (isByJaxRs ? "api/" : "") + kind.filter();
    }

    /** The rows in PostgreSQL that it adds if it is kept. */
    List<String> rows() {
        return steps.contains(name + "-2") ? List.of(name, name + "-2") : List.of(name);
    }

    /** The same in H2. */
    List<String> rowsInH2() {
        return isInH2 ? List.of(name) : List.of();
    }

    /** The answer's body, if the answer is the handler's. */
    String body() {
        return steps.contains("bytes:") ? "x".repeat(size) : steps.contains("refused") ? "refused" : "done";
    }
}

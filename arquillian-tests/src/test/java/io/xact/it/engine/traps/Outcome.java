// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import io.xact.it.engine.application.Database;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of a program.
 *
 * @param thrown what it threw, if it did
 * @param committed the rows that are there afterwards
 */
public record Outcome(Optional<Throwable> thrown, Map<Database, List<String>> committed) {

    boolean isThrown() {
        return thrown.isPresent();
    }

    /** What it threw, and all that belongs to that, each without its stack trace. */
    String messages() {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>()); // some suppress each other
        List<String> messages = new ArrayList<>();
        thrown.ifPresent(failure -> collect(failure, found, messages));
        return String.join("\n", messages);
    }

    private static void collect(Throwable failure, Set<Throwable> found, List<String> messages) {
        if (found.add(failure)) {
            messages.add(failure.toString());
            Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()))
                    .forEach(more -> collect(more, found, messages));
        }
    }

    /** What it threw. */
    Throwable failure() {
        return thrown.orElseThrow();
    }

    List<String> committed(Database database) {
        return committed.getOrDefault(database, List.of());
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps every failure: the first one wins, later ones are suppressed on it. */
final class Failures {

    /** Causes can form a ring. */
    private static final int LONGEST_CHAIN = 100;

    private Failures() {}

    /** Suppresses the second on the first, unless there is nothing to suppress, or the first tells of it already. */
    static void suppress(Throwable first, @Nullable Throwable second) {
        if (second != null && !tells(first, second)) {
            first.addSuppressed(second);
        }
    }

    private static boolean tells(Throwable failure, Throwable other) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(cause -> cause == other);
    }

    /** Throws what may be checked as it is; the caller declares it by its type parameter. */
    @SuppressWarnings("unchecked")
    static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}

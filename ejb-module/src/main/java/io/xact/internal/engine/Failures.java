// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps every failure: the first one wins, later ones are suppressed on it. */
final class Failures {

    private Failures() {}

    /** Suppresses the second on the first, unless there is nothing to suppress. */
    static void suppress(Throwable first, @Nullable Throwable second) {
        if (second != null && !Objects.equals(first, second)) {
            first.addSuppressed(second);
        }
    }

    /** Throws what may be checked as it is; the caller declares it by its type parameter. */
    @SuppressWarnings("unchecked")
    static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}

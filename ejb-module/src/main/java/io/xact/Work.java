// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work with a result, run in a scope.
 *
 * @param <T> the result's type
 * @param <X> what the work may throw; {@link RuntimeException} is inferred for a lambda that throws nothing checked
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, X extends Throwable> {

    /**
     * Does the work.
     *
     * @return the result, which becomes the scope's result
     * @throws X whatever the work fails with; it leaves the scope as the same instance
     */
    T call() throws X;
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

/**
 * A piece of work without a result, run in a scope.
 *
 * @param <X> what the work may throw; {@link RuntimeException} is inferred for a lambda that throws nothing checked
 */
@FunctionalInterface
public interface Block<X extends Throwable> {

    /**
     * Does the work.
     *
     * @throws X whatever the work fails with; it leaves the scope as the same instance
     */
    void run() throws X;
}

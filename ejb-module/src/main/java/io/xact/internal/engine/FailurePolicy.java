// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What is to be decided about failures, and not by the engine.
 *
 * @param mergedFailuresAreSilent whether the scope around a merged one, whose failure is caught, is rolled back without an
 *     exception
 * @param passing whether trying again may help: a serialization failure, a deadlock
 * @param provesRollback whether what came out of a commit, whose outcome is said to be mixed, tells that nothing was committed
 * @param losesAnswer whether what came out of such a commit tells that a branch's answer was lost
 * @param pause waits between two attempts
 */
public record FailurePolicy(
        boolean mergedFailuresAreSilent,
        Predicate<? super Throwable> passing,
        Predicate<? super Throwable> provesRollback,
        Predicate<? super Throwable> losesAnswer,
        Pause pause) {

    /** Checks that there is something to ask. */
    public FailurePolicy {
        Objects.requireNonNull(passing, "passing");
        Objects.requireNonNull(provesRollback, "provesRollback");
        Objects.requireNonNull(losesAnswer, "losesAnswer");
        Objects.requireNonNull(pause, "pause");
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {

        /**
         * Waits for a time.
         *
         * @param time how long
         * @throws InterruptedException if the thread is asked to stop waiting
         */
        void of(Duration time) throws InterruptedException;
    }
}

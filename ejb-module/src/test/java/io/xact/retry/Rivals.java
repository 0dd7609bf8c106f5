// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.retry;

import io.xact.support.Threads;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/** Two scopes on two threads, whose first attempts meet; further attempts run alone. */
final class Rivals {

    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private final AtomicInteger[] attempts = {new AtomicInteger(), new AtomicInteger()};

    /** A rival's attempt. */
    @FunctionalInterface
    interface Attempt {
        void run(Rival rival) throws Exception;
    }

    /** Runs attempts, how often it likes. */
    @FunctionalInterface
    interface Runner {
        void run(Threads.Task attempt) throws Exception;
    }

    /** One of the two, in one of its attempts. */
    final class Rival {
        final int number;
        private final boolean isFirstAttempt;

        Rival(int number) {
            this.number = number;
            this.isFirstAttempt = attempts[number].incrementAndGet() == 1;
        }

        /** Where to begin: at its own end in the first attempt, so that the two cross, and at the other one's end later. */
        int begin() {
            return isFirstAttempt ? number : 1 - number;
        }

        /** Waits for the other one to be here, in the first attempt. */
        void meet() throws Exception {
            if (isFirstAttempt) {
                Threads.meet(barrier);
            }
        }
    }

    void run(Runner runner, Attempt attempt) throws Exception {
        Threads.together(
                () -> runner.run(() -> attempt.run(new Rival(0))), () -> runner.run(() -> attempt.run(new Rival(1))));
    }

    int attempts() {
        return attempts[0].get() + attempts[1].get();
    }

    int attemptsOf(int number) {
        return attempts[number].get();
    }
}

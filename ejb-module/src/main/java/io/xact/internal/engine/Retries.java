// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.HeuristicOutcomeException;
import io.xact.Work;
import io.xact.XactCommittedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tries outermost scopes again. Only where it is known that nothing of the failed attempt was kept, and only for failures
 * that another attempt may not meet. Thread-safe.
 */
final class Retries {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final FailurePolicy policy;

    /** Set only while something runs that may be retried. */
    private static final ThreadLocal<@Nullable Attempt> CURRENT = new ThreadLocal<>();

    Retries(Transactions transactions, FailurePolicy policy) {
        this.transactions = transactions;
        this.policy = policy;
    }

    <T extends @Nullable Object, X extends Throwable> T call(XactDefinition definition, Work<T, X> attempt) throws X {
        int left = isOutermost(definition) ? definition.retries() : 0;
        for (int failed = 0; failed < left; failed++) {
            Attempt run = new Attempt();
            try {
                return noting(run, attempt);
            } catch (Throwable failure) {
                if (!isWorthwhile(definition, failure, run) || !pauseAfter(failed)) {
                    throw failure;
                }
                EngineLog.LOG.debugf(failure, "%s: attempt %d failed, trying again", definition.origin(), failed + 1);
            }
        }
        return attempt.call();
    }

    private <T extends @Nullable Object, X extends Throwable> T noting(Attempt run, Work<T, X> attempt) throws X {
        Attempt around = CURRENT.get();
        CURRENT.set(run);
        try {
            return attempt.call();
        } finally {
            if (around == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(around);
            }
        }
    }

    void begun(OutermostScope scope) {
        Attempt run = CURRENT.get();
        if (run != null) {
            run.begun(scope);
        }
    }

    void committed(OutermostScope scope) {
        Attempt run = CURRENT.get();
        if (run != null) {
            run.committed(scope);
        }
    }

    private boolean isOutermost(XactDefinition definition) {
        return definition.requiresNew() || !(transactions.isActive() || transactions.isCompleting());
    }

    private boolean isWorthwhile(XactDefinition definition, Throwable failure, Attempt run) {
        boolean kept = failure instanceof HeuristicOutcomeException
                || suppresses(failure, HeuristicOutcomeException.class)
                || suppresses(failure, XactCommittedException.class)
                || (definition.commitsOn(failure) && !run.isRolledBack());
        return !kept && policy.passing().test(failure);
    }

    private static boolean suppresses(Throwable failure, Class<? extends Throwable> type) {
        return Arrays.stream(failure.getSuppressed()).anyMatch(type::isInstance);
    }

    /** Twice as long each time, and somewhere in its upper half, so that those who collided don't meet again. */
    private boolean pauseAfter(int failed) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failed, Integer.SIZE));
        try {
            policy.pause().of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

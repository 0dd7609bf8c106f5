// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.HeuristicOutcomeException.Outcome;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** The scope that began the JTA transaction, and ends it. */
final class OutermostScope extends UndoableScope {

    private final Transaction transaction;
    private final long began = System.nanoTime();

    OutermostScope(ScopeStack stack, XactDefinition definition, Transaction transaction) {
        super(stack, definition);
        this.transaction = transaction;
    }

    @Override
    void keep() {
        try {
            transactions().commit();
        } catch (Exception e) {
            throw notCommitted(e);
        }
        EngineLog.LOG.debugf("committed %s", path());
        runHooks();
    }

    private void runHooks() {
        try {
            stack().hooks().committed();
        } catch (RuntimeException | Error e) {
            e.addSuppressed(EngineLog.LOG.committedDespiteHook(path()));
            throw e;
        }
    }

    private RuntimeException notCommitted(Exception failure) {
        Failures.suppress(failure, detach());
        RuntimeException answer = translated(failure);
        stack().hooks().rolledBack();
        return answer;
    }

    private RuntimeException translated(Exception failure) {
        if (failure instanceof RollbackException) {
            return isOverdue()
                    ? EngineLog.LOG.timedOut(path(), definition().timeout(), failure)
                    : EngineLog.LOG.commitRolledBack(path(), failure);
        }
        if (failure instanceof HeuristicMixedException) {
            return EngineLog.LOG.heuristicOutcome(path(), Outcome.MIXED, failure);
        }
        if (failure instanceof HeuristicRollbackException) {
            return EngineLog.LOG.heuristicOutcome(path(), Outcome.ROLLED_BACK, failure);
        }
        return EngineLog.LOG.heuristicOutcome(path(), Outcome.UNKNOWN, failure);
    }

    private boolean isOverdue() {
        long timeout = definition().timeout().toNanos();
        return timeout > 0 && System.nanoTime() - began >= timeout;
    }

    @Override
    @Nullable
    Exception undo() {
        Exception failure = rollback();
        stack().hooks().rolledBack();
        return failure;
    }

    private @Nullable Exception rollback() {
        try {
            transactions().rollback();
            EngineLog.LOG.debugf("rolled back %s", path());
            return null;
        } catch (SystemException | RuntimeException e) {
            Failures.suppress(e, detach());
            return e;
        }
    }

    /** Whatever commit or roll back left on the thread goes, so that the next user of the thread starts clean. */
    private @Nullable Exception detach() {
        try {
            if (transactions().isActive()) {
                transactions().rollback();
            }
            transactions().suspend();
            return null;
        } catch (SystemException | RuntimeException e) {
            return e;
        }
    }

    /** The user suspended it and did not resume it: nobody else would end it before its timeout. */
    @Override
    void abandon(RuntimeException misplaced) {
        if (!stack().isCompleted()) {
            try {
                transaction.rollback();
            } catch (SystemException | RuntimeException e) {
                misplaced.addSuppressed(e);
            }
        }
        stack().hooks().rolledBack();
    }
}

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
    private final FailurePolicy policy;
    private final Retries retries;
    private final long began = System.nanoTime();

    OutermostScope(
            ScopeStack stack,
            XactDefinition definition,
            Transaction transaction,
            FailurePolicy policy,
            Retries retries) {
        super(stack, definition);
        this.transaction = transaction;
        this.policy = policy;
        this.retries = retries;
        retries.begun(this);
    }

    @Override
    void keep() {
        releaseOrUndo();
        boolean timedOut = stack().isCompleted();
        try {
            transactions().commit();
        } catch (Exception e) {
            throw notCommitted(e, timedOut || isOverdue());
        } finally {
            stack().forget();
        }
        retries.committed(this);
        EngineLog.LOG.debugf("commit %s", path());
        runHooks();
    }

    @Override
    void release() throws Exception {
        releaseSavepoints();
    }

    private void runHooks() {
        try {
            stack().hooks().committed();
        } catch (RuntimeException | Error e) {
            e.addSuppressed(EngineLog.LOG.committedDespiteHook(path()));
            throw e;
        }
    }

    private RuntimeException notCommitted(Exception failure, boolean timedOut) {
        Failures.suppress(failure, transactions().detach());
        if (failure instanceof RollbackException || policy.provesRollback().test(failure)) {
            stack().hooks().rolledBack();
            return timedOut ? EngineLog.LOG.timedOut(path(), failure) : EngineLog.LOG.commitRolledBack(path(), failure);
        }
        return EngineLog.LOG.heuristicOutcome(path(), outcomeOf(failure), failure);
    }

    private Outcome outcomeOf(Exception failure) {
        if (failure instanceof HeuristicMixedException) {
            return policy.losesAnswer().test(failure) ? Outcome.UNKNOWN : Outcome.MIXED;
        }
        return failure instanceof HeuristicRollbackException ? Outcome.ROLLED_BACK : Outcome.UNKNOWN;
    }

    private boolean isOverdue() {
        long timeout = definition().timeout().toNanos();
        return timeout > 0 && System.nanoTime() - began >= timeout;
    }

    @Override
    @Nullable Exception undo() {
        Exception failure = rollback();
        stack().hooks().rolledBack();
        return failure;
    }

    private @Nullable Exception rollback() {
        if (stack().isCompleted()) {
            return transactions().detach(); // its timeout was first
        }
        try {
            transactions().rollback();
            EngineLog.LOG.debugf("rollback %s", path());
            return null;
        } catch (SystemException | RuntimeException e) {
            Failures.suppress(e, transactions().detach());
            return e;
        } finally {
            stack().forget();
        }
    }

    /** Ended by hand, or suspended and not resumed: then nobody else would end it before its timeout. */
    @Override
    void abandon(RuntimeException misplaced) {
        if (!stack().isCompleted()) {
            try {
                transaction.rollback();
            } catch (SystemException | RuntimeException e) {
                misplaced.addSuppressed(e);
            }
        }
        stack().forget();
        if (!stack().isCommitted()) {
            stack().hooks().rolledBack();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Rollback;
import io.xact.XactException;
import io.xact.internal.engine.RollbackFlag.Doom;
import org.jspecify.annotations.Nullable;

/** A scope that can be undone alone, and decides at its edge whether it is. */
abstract sealed class UndoableScope extends Scope permits OutermostScope, NestedScope {

    UndoableScope(ScopeStack stack, XactDefinition definition) {
        super(stack, definition, new RollbackFlag());
    }

    /** Keeps the work; if that can't be done, has it undone and says so. */
    abstract void keep();

    /** Has the marks released that are still open in the scope. */
    abstract void release() throws Exception;

    /**
     * Undoes the work.
     *
     * @return what failed about it; whatever is around the scope is doomed then
     */
    abstract @Nullable Exception undo();

    /** What can't be released is undone. */
    final void releaseOrUndo() {
        try {
            release();
        } catch (Exception e) {
            Failures.suppress(e, undo());
            throw EngineLog.LOG.releaseFailed(path(), e);
        }
    }

    @Override
    final void returned() {
        requireOwnTransaction();
        settle();
    }

    @Override
    final void discarded() {
        requireOwnTransaction();
        undoAsWished();
    }

    private void requireOwnTransaction() {
        RuntimeException misplaced = leave();
        if (misplaced != null) {
            abandon(misplaced);
            throw misplaced;
        }
    }

    /** Keeps the work unless the scope is doomed. */
    private void settle() {
        Doom doom = flag().doom();
        if (doom == null) {
            keep();
        } else if (doom.isLoud()) {
            RuntimeException rolledBack = stack().isCompleted()
                    ? EngineLog.LOG.timedOut(path(), doom.failure())
                    : EngineLog.LOG.rolledBack(path(), doom.path(), doom.failure());
            Failures.suppress(rolledBack, undo());
            throw rolledBack;
        } else {
            undoAsWished();
        }
    }

    private void undoAsWished() {
        Exception undoFailure = undo();
        if (undoFailure != null) {
            throw EngineLog.LOG.undoFailed(path(), undoFailure);
        }
    }

    @Override
    final @Nullable Object thrown(Throwable failure) {
        RuntimeException misplaced = leave();
        if (misplaced != null) {
            abandon(misplaced);
            Failures.suppress(failure, misplaced);
        } else if (failure instanceof Rollback rollback) {
            undoAsWished();
            return Results.of(rollback, definition());
        } else if (definition().commitsOn(failure)) {
            keepDespite(failure);
        } else {
            Failures.suppress(failure, flag().firstFailure());
            suppressTimeout(failure);
            stack().explain(failure);
            Failures.suppress(failure, undo());
        }
        throw Failures.<RuntimeException>sneak(failure);
    }

    /** What the server says of a transaction that its timeout has ended doesn't name the timeout. */
    private void suppressTimeout(Throwable failure) {
        if (stack().isCompleted() && !(failure instanceof XactException)) {
            Failures.suppress(failure, EngineLog.LOG.timedOut(path(), null));
        }
    }

    /** Does for a listed exception what {@link #returned} does, except that the listed exception comes out, and tells more. */
    private void keepDespite(Throwable listed) {
        Doom doom = flag().doom();
        try {
            settle();
            if (doom != null) {
                Failures.suppress(listed, EngineLog.LOG.rolledBackDespiteListed(path(), doom.path(), doom.failure()));
            }
        } catch (RuntimeException | Error notKept) {
            Failures.suppress(listed, notKept);
        }
    }

    /** The transaction is not the thread's any more: nothing of it may stay open. */
    void abandon(RuntimeException misplaced) {}
}

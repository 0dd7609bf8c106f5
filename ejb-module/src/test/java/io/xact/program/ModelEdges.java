// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.Rollback;
import io.xact.XactCommittedException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.program.ModelScope.Kind;
import io.xact.program.ScopeShape.Propagation;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How scopes of the model are entered and left. */
final class ModelEdges {

    private final ModelThread thread;
    private final ModelUndo undo;

    ModelEdges(ModelThread thread, ModelUndo undo) {
        this.thread = thread;
        this.undo = undo;
    }

    ModelScope enter(ScopeShape shape) {
        ModelTransaction around = thread.transaction();
        if (around == null) {
            return new ModelScope(thread.begin(false), shape, Kind.OUTERMOST);
        }
        if (shape.propagation() == Propagation.DURABLE) {
            throw new XactStateException("durable inside another transaction");
        }
        requireOneCause(around);
        if (shape.propagation() == Propagation.MERGE) {
            return new ModelScope(around, shape, Kind.MERGED);
        }
        boolean doomed = ModelScope.flagAround(around).isSet() || around.isMarked();
        if (!doomed) {
            requireEntry(around);
        }
        return new ModelScope(around, shape, doomed ? Kind.DOOMED : Kind.NESTED);
    }

    /** Where others are at work, savepoints are set at once, and persistence contexts are flushed. */
    void requireEntry(ModelTransaction transaction) {
        if (transaction.contextFailure() != null) {
            thread.goBeyond("a flush at an entry, after one that failed");
        }
        if (transaction.work().aborted().keySet().stream().anyMatch(transaction.unseen()::isUsed)) {
            thread.goBeyond("a savepoint is to be set at an entry in an aborted branch");
        }
    }

    /** Of a transaction that was marked before anything of ours was in it nothing is known from one scope to the next. */
    private void requireOneCause(ModelTransaction around) {
        if (!around.knows() && around.ownersFlag().isSet()) {
            thread.goBeyond(
                    "two scopes in a transaction that was marked first: which cause the second tells is not promised");
        }
    }

    void returned(ModelScope scope) {
        requireNoAbortedPoints(scope);
        scope.transaction().leave(scope);
        if (!scope.isMerged()) {
            settle(scope);
        } else if (!scope.flag().isSet()) {
            requireCommittable(scope);
        } else if (scope.parent() == null && scope.flag().isLoud()) {
            throw new XactRolledBackException(
                    "the owner of the transaction is not told but here",
                    scope.flag().firstFailure());
        }
    }

    /** A nested scope's own savepoint is released instead of these. */
    private void requireNoAbortedPoints(ModelScope scope) {
        ModelTransaction transaction = scope.transaction();
        if (scope.kind() != Kind.NESTED
                && !scope.flag().isSet()
                && transaction.hasPointsOf(scope)
                && (!transaction.work().aborted().isEmpty() || transaction.contextFailure() != null)) {
            thread.goBeyond(
                    "savepoints by hand are to be released in an aborted branch: which failure is told is not promised");
        }
    }

    /** Keeps what was done, unless the scope is doomed. */
    private void settle(ModelScope scope) {
        ModelFlag flag = scope.flag();
        if (!flag.isSet()) {
            keep(scope);
        } else if (flag.isLoud()) {
            XactRolledBackException rolledBack = new XactRolledBackException("doomed", flag.firstFailure());
            ModelUndo.suppress(rolledBack, undo.undo(scope));
            throw rolledBack;
        } else {
            undoAsWished(scope);
        }
    }

    private void undoAsWished(ModelScope scope) {
        Throwable failure = undo.undo(scope);
        if (failure != null) {
            throw new XactRolledBackException("could not be undone alone", failure);
        }
    }

    @Nullable Object thrown(ModelScope scope, Throwable thrown) throws Throwable {
        scope.transaction().leave(scope);
        if (scope.isMerged()) {
            return thrownMerged(scope, thrown);
        }
        if (thrown instanceof Rollback rollback) {
            undoAsWished(scope);
            return rollback.value();
        }
        if (isListed(scope, thrown)) {
            keepDespite(scope, thrown);
        } else {
            ModelUndo.suppress(thrown, scope.flag().firstFailure());
            ModelUndo.suppress(thrown, undo.undo(scope));
        }
        throw thrown;
    }

    private @Nullable Object thrownMerged(ModelScope scope, Throwable thrown) throws Throwable {
        if (thrown instanceof Rollback rollback) {
            wish(scope);
            if (scope.kind() == Kind.DOOMED) {
                return rollback.value();
            }
        } else if (!isListed(scope, thrown)) {
            scope.flag().fail(thrown);
        }
        throw thrown;
    }

    private static boolean isListed(ModelScope scope, Throwable thrown) {
        return scope.shape().lists() && thrown instanceof Thrown.Listed;
    }

    private void keepDespite(ModelScope scope, Throwable listed) {
        ModelFlag flag = scope.flag();
        boolean wasSet = flag.isSet();
        try {
            settle(scope);
            if (wasSet) {
                ModelUndo.suppress(listed, new XactRolledBackException("though listed", flag.firstFailure()));
            }
        } catch (RuntimeException | Error notKept) {
            ModelUndo.suppress(listed, notKept);
        }
    }

    /** The code wishes no more of it. */
    void discarded(ModelScope scope) {
        scope.transaction().leave(scope);
        if (scope.isMerged()) {
            wish(scope);
        } else {
            undoAsWished(scope);
        }
    }

    /** Where somebody has marked the transaction, that came first, and its edge has to say so. */
    private static void wish(ModelScope scope) {
        if (!scope.transaction().isMarked()) {
            scope.flag().wish();
        }
    }

    private void keep(ModelScope scope) {
        if (scope.kind() == Kind.OUTERMOST) {
            commit(scope);
        } else {
            keepNested(scope);
        }
    }

    private void keepNested(ModelScope scope) {
        requireCommittable(scope);
        if (scope.transaction().isMarked()) {
            return;
        }
        XactStateException contextFailure = scope.transaction().contextFailure();
        if (contextFailure != null) {
            throw notKept(scope, new XactRolledBackException("a flush has failed", contextFailure));
        }
        if (!isAbortedSince(scope)) {
            return;
        }
        requireTold(scope);
        throw notKept(scope, new SQLException("the savepoint can't be released in an aborted branch"));
    }

    private XactRolledBackException notKept(ModelScope scope, Exception failure) {
        ModelUndo.suppress(failure, undo.undo(scope));
        return new XactRolledBackException("could not be kept", failure);
    }

    /** A branch without a savepoint of this scope is not asked, and a flush in an aborted one fails earlier, in words of its own. */
    private void requireTold(ModelScope scope) {
        ModelTransaction transaction = scope.transaction();
        for (Db db : transaction.work().aborted().keySet()) {
            if (transaction.unseen().hasContext(db) || !transaction.unseen().isSaved(db, scope.entry())) {
                thread.goBeyond("who finds an aborted branch at an edge");
            }
        }
    }

    private static boolean isAbortedSince(ModelScope scope) {
        ModelTransaction transaction = scope.transaction();
        return Arrays.stream(Db.values())
                .anyMatch(db -> scope.shape().covers(db)
                        && transaction.work().aborted().containsKey(db)
                        && !scope.entry().before().aborted().containsKey(db));
    }

    /** The owner of the transaction can't be told of a mark but here. */
    private static void requireCommittable(ModelScope scope) {
        if (scope.parent() == null && scope.transaction().isMarked()) {
            throw new XactRolledBackException("marked by somebody else");
        }
    }

    private void commit(ModelScope scope) {
        ModelTransaction transaction = scope.transaction();
        if (transaction.isMarked()) {
            undo.rollBack(transaction);
            throw new XactRolledBackException("marked by somebody else", new RollbackException());
        }
        if (transaction.contextFailure() != null) {
            undo.rollBack(transaction);
            throw new XactRolledBackException("a flush has failed", new RollbackException());
        }
        if (transaction.isAborted()) {
            requireNoContext(transaction);
            undo.rollBack(transaction);
            throw new XactRolledBackException("a branch can't be committed", new RollbackException());
        }
        commit(transaction);
        scope.commit();
        try {
            thread.runCommitHooks(transaction.work().hooks());
        } catch (RuntimeException | Error e) {
            e.addSuppressed(new XactCommittedException("committed"));
            throw e;
        }
    }

    private void requireNoContext(ModelTransaction transaction) {
        if (transaction.contextFailure() == null
                && transaction.work().aborted().keySet().stream().anyMatch(transaction.unseen()::hasContext)) {
            thread.goBeyond("a flush in an aborted branch");
        }
    }

    private void commit(ModelTransaction transaction) {
        thread.commit(transaction.work());
        thread.end();
    }

    void ownerCommits() throws RollbackException {
        ModelTransaction transaction = thread.requiredTransaction();
        if (transaction.isMarked() || transaction.isAborted() || transaction.contextFailure() != null) {
            requireNoContext(transaction);
            undo.rollBack(transaction);
            throw new RollbackException();
        }
        commit(transaction);
        try {
            thread.runCommitHooks(transaction.work().hooks());
        } catch (RuntimeException | Error logged) {
            return;
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.Rollback;
import io.xact.XactCommittedException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.program.ModelScope.Kind;
import io.xact.program.ModelTransaction.Point;
import io.xact.program.ScopeShape.Propagation;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How scopes of the model are entered and left. */
final class ModelEdges {

    private final ModelThread thread;

    ModelEdges(ModelThread thread) {
        this.thread = thread;
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
        return new ModelScope(around, shape, doomed ? Kind.DOOMED : Kind.NESTED);
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
                && !transaction.work().aborted().isEmpty()) {
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
            suppress(rolledBack, undo(scope));
            throw rolledBack;
        } else {
            undoAsWished(scope);
        }
    }

    private void undoAsWished(ModelScope scope) {
        Throwable failure = undo(scope);
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
            suppress(thrown, scope.flag().firstFailure());
            suppress(thrown, undo(scope));
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
        try {
            settle(scope);
        } catch (RuntimeException | Error notKept) {
            suppress(listed, notKept);
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
        if (!scope.transaction().isMarked() && isAbortedSince(scope)) {
            XactRolledBackException notReleased =
                    new XactRolledBackException("its savepoint can't be released", new SQLException("aborted"));
            suppress(notReleased, undo(scope));
            throw notReleased;
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
            rollBack(transaction);
            throw new XactRolledBackException("marked by somebody else", new RollbackException());
        }
        if (transaction.isAborted()) {
            rollBack(transaction);
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

    private void commit(ModelTransaction transaction) {
        thread.commit(transaction.work().rows());
        thread.end();
    }

    void ownerCommits() throws RollbackException {
        ModelTransaction transaction = thread.requiredTransaction();
        if (transaction.isMarked() || transaction.isAborted()) {
            rollBack(transaction);
            throw new RollbackException();
        }
        commit(transaction);
        try {
            thread.runCommitHooks(transaction.work().hooks());
        } catch (RuntimeException | Error logged) {
            return;
        }
    }

    void rollBack(ModelTransaction transaction) {
        thread.end();
        thread.runRollbackHooks(transaction.work().rollbackHooksSince(ModelWork.NONE));
    }

    /** Undoes a scope's work; what is wrong about it, if it could not be undone alone. */
    private @Nullable Throwable undo(ModelScope scope) {
        ModelTransaction transaction = scope.transaction();
        if (scope.kind() == Kind.OUTERMOST) {
            rollBack(transaction);
            return null;
        }
        if (!transaction.isMarked()) {
            return goBackToEntry(scope);
        }
        if (scope.flag().firstFailure() != null) {
            doomAll(transaction, scope.flag().firstFailure());
        }
        return null; // all of the transaction goes
    }

    /** What keeps a scope from being undone alone tells what made that necessary. */
    private @Nullable Throwable goBackToEntry(ModelScope scope) {
        XactRolledBackException notAlone = goBack(scope.entry());
        if (notAlone != null) {
            suppress(notAlone, scope.flag().firstFailure());
        }
        return notAlone;
    }

    void rollBackTo(Point point) {
        Throwable failure = goBack(point);
        if (failure != null) {
            throw new XactRolledBackException("could not be undone", failure);
        }
    }

    private @Nullable XactRolledBackException goBack(Point point) {
        ModelTransaction transaction = point.scope().transaction();
        ModelWork undone = transaction.work();
        List<Db> others = Stream.of(Db.values())
                .filter(db -> !point.scope().shape().covers(db))
                .toList();
        transaction.setWork(point.before().withAbortedOf(undone, others));
        thread.runRollbackHooks(undone.rollbackHooksSince(point.before()));
        if (others.stream().noneMatch(db -> transaction.isTouchedSince(db, point.since()))) {
            return null;
        }
        XactRolledBackException outside = new XactRolledBackException("touched a database that it doesn't name");
        doomAll(transaction, outside);
        return outside;
    }

    /** The whole transaction is doomed. */
    private static void doomAll(ModelTransaction transaction, Throwable failure) {
        for (ModelScope open = transaction.scope(); open != null; open = open.parent()) {
            open.flag().failForGood(failure);
        }
        if (transaction.isForeign()) {
            transaction.ownersFlag().fail(failure);
        }
    }

    /** Suppresses the second on the first, unless that is what the first tells of. */
    private static void suppress(Throwable first, @Nullable Throwable second) {
        if (second != null
                && Stream.iterate(first, cause -> cause != null, Throwable::getCause)
                        .noneMatch(second::equals)) {
            first.addSuppressed(second);
        }
    }
}

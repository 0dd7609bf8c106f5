// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactRolledBackException;
import io.xact.program.ModelScope.Kind;
import io.xact.program.ModelTransaction.Point;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How work of the model is undone: a transaction's, a scope's, or what came since a savepoint. */
final class ModelUndo {

    private final ModelThread thread;

    ModelUndo(ModelThread thread) {
        this.thread = thread;
    }

    void rollBack(ModelTransaction transaction) {
        thread.end();
        thread.runRollbackHooks(transaction.work().rollbackHooksSince(ModelWork.NONE));
    }

    /** Undoes a scope's work; what is wrong about it, if it could not be undone alone. */
    @Nullable Throwable undo(ModelScope scope) {
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
                .filter(db -> !point.scope().shape().covers(db)
                        || transaction.unseen().isMissed(db, point))
                .toList();
        transaction.setWork(point.before().withAbortedOf(undone, others));
        thread.runRollbackHooks(undone.rollbackHooksSince(point.before()));
        transaction.restoreContexts(point);
        census(transaction, point);
        if (transaction.isMarked() || others.stream().noneMatch(db -> isHalfUndone(db, transaction, point))) {
            return null;
        }
        XactRolledBackException notAlone = new XactRolledBackException("touched a database that it can't undo alone");
        doomAll(transaction, notAlone);
        return notAlone;
    }

    private static boolean isHalfUndone(Db db, ModelTransaction transaction, Point point) {
        return transaction.isTouchedSince(db, point.since())
                || transaction.unseen().isUsed(db);
    }

    private void census(ModelTransaction transaction, Point point) {
        ModelUnseen unseen = transaction.unseen();
        for (Db db : Db.values()) {
            if (unseen.isMissed(db, point)) {
                thread.met(Construct.UNSEEN_WORK_DOOMS);
            } else if (unseen.isUsed(db) && unseen.isSaved(db, point)) {
                thread.met(unseen.hasContext(db) ? Construct.PERSISTED_WORK_UNDONE : Construct.UNSEEN_WORK_UNDONE);
            }
        }
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
    static void suppress(Throwable first, @Nullable Throwable second) {
        if (second != null
                && Stream.iterate(first, cause -> cause != null, Throwable::getCause)
                        .noneMatch(second::equals)) {
            first.addSuppressed(second);
        }
    }
}

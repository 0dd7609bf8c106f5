// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Rollback;
import io.xact.internal.engine.RollbackFlag.Doom;
import org.jspecify.annotations.Nullable;

/** A scope without a savepoint: it shares the fate, and the flag, of what is around it. */
final class MergedScope extends Scope {

    private final Merging merging;

    MergedScope(ScopeStack stack, XactDefinition definition, RollbackFlag flag, Merging merging) {
        super(stack, definition, flag);
        this.merging = merging;
    }

    /** Why the scope has no savepoint, and what becomes of its failures. */
    enum Merging {
        /** By its definition. A failure that is caught is told at the edge of what is around. */
        RAISED,
        /** By its definition. A failure that is caught has what is around rolled back without a word. */
        SILENT,
        /** It was entered in a doomed scope; a {@link Rollback} ends here, as if it had a savepoint. */
        DOOMED
    }

    @Override
    void returned() {
        RuntimeException misplaced = leave();
        if (misplaced != null) {
            throw misplaced;
        }
        Doom doom = flag().doom();
        if (doom == null) {
            requireCommittable();
            keep();
        } else {
            closeSavepoints();
            tellIfOutermost(doom);
        }
    }

    /** Directly in somebody's transaction no other edge of ours will say that its work is lost. */
    private void tellIfOutermost(Doom doom) {
        if (parent() == null && doom.isLoud()) {
            throw EngineLog.LOG.rolledBack(path(), doom.path(), doom.failure());
        }
    }

    private void keep() {
        try {
            releaseSavepoints();
        } catch (Exception e) {
            flag().fail(e, path());
            throw EngineLog.LOG.releaseFailed(path(), e);
        }
    }

    @Override
    void discarded() {
        RuntimeException misplaced = leave();
        if (misplaced != null) {
            throw misplaced;
        }
        closeSavepoints();
        wishUnlessLost();
    }

    /** In a transaction that is marked or ended there is nothing to wish for, and a wish would silence those around. */
    private void wishUnlessLost() {
        if (!stack().isBeyondHelp()) {
            flag().wish(path());
        }
    }

    @Override
    @Nullable Object thrown(Throwable failure) {
        Failures.suppress(failure, leave());
        closeSavepoints();
        if (failure instanceof Rollback rollback) {
            wishUnlessLost(); // also where the flag was lifted inside: what came after that can't be undone alone
            if (merging == Merging.DOOMED) {
                return Results.of(rollback, definition());
            }
        } else if (!definition().commitsOn(failure)) {
            fail(failure, merging);
        }
        throw Failures.<RuntimeException>sneak(failure);
    }

    private void fail(Throwable failure, Merging how) {
        if (how == Merging.SILENT) {
            flag().failSilently(failure, path());
        } else {
            flag().fail(failure, path());
        }
    }
}

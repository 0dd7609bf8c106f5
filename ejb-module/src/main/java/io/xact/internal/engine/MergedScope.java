// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Rollback;
import org.jspecify.annotations.Nullable;

/** A scope without a savepoint: it shares the fate, and the flag, of what is around it. */
final class MergedScope extends Scope {

    /** Whether it only lacks a savepoint because it was entered in a doomed scope: then a Rollback ends here. */
    private final boolean swallowsRollback;

    MergedScope(ScopeStack stack, XactDefinition definition, RollbackFlag flag, boolean swallowsRollback) {
        super(stack, definition, flag);
        this.swallowsRollback = swallowsRollback;
    }

    @Override
    void returned() {
        RuntimeException misplaced = leave();
        if (misplaced != null) {
            throw misplaced;
        }
        if (!flag().isSet()) {
            requireCommittable();
        }
    }

    @Override
    @Nullable Object thrown(Throwable failure) {
        Failures.suppress(failure, leave());
        if (failure instanceof Rollback rollback) {
            if (swallowsRollback) {
                return Results.of(rollback, definition());
            }
            flag().wish(path());
        } else if (!definition().commitsOn(failure)) {
            flag().fail(failure, path());
        }
        throw Failures.<RuntimeException>sneak(failure);
    }
}

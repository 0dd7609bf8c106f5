// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.program.ModelTransaction.Point;
import org.jspecify.annotations.Nullable;

/** One open scope of the model. */
final class ModelScope {

    private final ModelTransaction transaction;
    private final ScopeShape shape;
    private final Kind kind;
    private final @Nullable ModelScope parent;
    private final ModelFlag flag;
    private final int depth;
    private @Nullable Point entry;
    private boolean committed;

    enum Kind {
        /** It has begun the transaction, and ends it. */
        OUTERMOST,
        /** It can be undone alone. */
        NESTED,
        /** It shares the fate of what is around it. */
        MERGED,
        /** So does this one, because it was entered in a doomed scope; but it swallows a Rollback. */
        DOOMED
    }

    ModelScope(ModelTransaction transaction, ScopeShape shape, Kind kind) {
        this.transaction = transaction;
        this.shape = shape;
        this.kind = kind;
        this.parent = transaction.scope();
        this.flag = kind == Kind.OUTERMOST || kind == Kind.NESTED ? new ModelFlag() : flagAround(transaction);
        this.depth = parent == null ? 1 : parent.depth + 1;
        transaction.enter(this);
        if (kind == Kind.NESTED) {
            entry = transaction.open(this);
        }
    }

    static ModelFlag flagAround(ModelTransaction transaction) {
        ModelScope around = transaction.scope();
        return around == null ? transaction.ownersFlag() : around.flag();
    }

    ModelTransaction transaction() {
        return transaction;
    }

    ScopeShape shape() {
        return shape;
    }

    Kind kind() {
        return kind;
    }

    boolean isMerged() {
        return kind == Kind.MERGED || kind == Kind.DOOMED;
    }

    @Nullable ModelScope parent() {
        return parent;
    }

    ModelFlag flag() {
        return flag;
    }

    int depth() {
        return depth;
    }

    Point entry() {
        if (entry == null) {
            throw new IllegalStateException("only a nested scope has an entry to go back to");
        }
        return entry;
    }

    void commit() {
        committed = true;
    }

    boolean isCommitted() {
        return committed;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import org.jspecify.annotations.Nullable;

/** A scope inside a transaction: undone to its mark, by savepoints on the databases that it touched. */
final class NestedScope extends UndoableScope {

    private final Mark mark;

    NestedScope(ScopeStack stack, XactDefinition definition) {
        super(stack, definition);
        this.mark = stack.newMark(depth());
    }

    @Override
    Mark mark() {
        return mark;
    }

    /** The scope, or the foreign transaction, that it is a part of. */
    private RollbackFlag outerFlag() {
        Scope parent = parent();
        return parent == null ? stack().foreignFlag() : parent.flag();
    }

    @Override
    void keep() {
        if (isBeyondHelp()) {
            return;
        }
        try {
            stack().release(mark);
        } catch (Exception e) {
            Failures.suppress(e, undo());
            throw EngineLog.LOG.releaseFailed(path(), e);
        }
    }

    @Override
    @Nullable
    Exception undo() {
        try {
            stack().undo(mark);
            return null;
        } catch (Exception e) {
            outerFlag().fail(e, path());
            return e;
        }
    }

    /** Marked or ended by somebody else: no statement runs any more, and the outermost edge will say so. */
    private boolean isBeyondHelp() {
        return stack().isCompleted() || !transactions().isUnmarked();
    }
}

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

    /** Tells the listeners; before that the scope is not on its stack. */
    void open() {
        try {
            stack().open(mark);
        } catch (Exception e) {
            throw EngineLog.LOG.notOpened(path(), e);
        }
    }

    @Override
    Mark mark() {
        return mark;
    }

    @Override
    void keep() {
        requireCommittable();
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
    @Nullable Exception undo() {
        if (isBeyondHelp()) {
            return null; // all of the transaction goes
        }
        try {
            stack().undo(mark);
            return null;
        } catch (Exception e) {
            stack().failForGood(e, path());
            return e;
        }
    }

    /** Marked or ended by somebody else: no statement runs any more, and the outermost edge will say so. */
    private boolean isBeyondHelp() {
        return stack().isCompleted() || !transactions().isUnmarked();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.XactException;
import org.jspecify.annotations.Nullable;

/** A scope inside a transaction: undone to its mark, by savepoints on the databases that it touched. */
final class NestedScope extends UndoableScope {

    private final Mark mark;

    NestedScope(ScopeStack stack, XactDefinition definition, Mark mark) {
        super(stack, definition);
        this.mark = mark;
    }

    @Override
    void keep() {
        requireCommittable();
        releaseOrUndo();
    }

    @Override
    void release() throws Exception {
        stack().release(mark);
    }

    @Override
    @Nullable Exception undo() {
        if (stack().isBeyondHelp()) {
            stack().closeSince(mark.sequence() - 1);
            tellThoseAround();
            return null; // all of the transaction goes
        }
        try {
            stack().undo(mark);
            return null;
        } catch (Exception e) {
            stack().failForGood(reasonOf(e), path());
            return e;
        }
    }

    /** A server may mark the transaction for the failure that doomed this scope (a lost connection): that is to be told then. */
    private void tellThoseAround() {
        Throwable first = flag().firstFailure();
        if (first != null) {
            stack().failForGood(first, path());
        }
    }

    /**
     * Why what is around has to go too. A deadlock destroys savepoints, and then the deadlock is to be told, not that one is
     * missed. Where work can't be undone alone, that is to be told, with what made it necessary.
     */
    private Throwable reasonOf(Exception failure) {
        Throwable first = flag().firstFailure();
        if (first == null) {
            return failure;
        }
        if (failure instanceof XactException) {
            Failures.suppress(failure, first);
            return failure;
        }
        Failures.suppress(first, failure);
        return first;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.XactException;
import io.xact.XactSavepoint;

/** A mark that was opened by hand in a scope. */
record ManualSavepoint(Scope scope, Mark mark) implements XactSavepoint {

    static ManualSavepoint in(Scope scope) {
        scope.requireUsable();
        scope.stack().flush();
        try {
            return new ManualSavepoint(
                    scope, scope.stack().open(scope.definition().using()));
        } catch (XactException e) {
            throw e;
        } catch (Exception e) {
            scope.requireUsable(); // what came before has failed, and it shows only now
            throw EngineLog.LOG.savepointNotTaken(scope.path(), e);
        }
    }

    void rollBack() {
        scope.requireOpen();
        try {
            scope.stack().undoTo(mark);
        } catch (Exception e) {
            scope.stack().failForGood(e, scope.path());
            throw EngineLog.LOG.savepointNotUndone(scope.path(), e);
        }
    }

    void release() {
        scope.requireOpen();
        try {
            scope.stack().release(mark);
        } catch (Exception e) {
            scope.fail(e);
            throw EngineLog.LOG.savepointNotReleased(scope.path(), e);
        }
    }

    /** It ends with its scope, is of no use in another one, and is gone once an older one was released or rolled back to. */
    void requireValidIn(Scope current) {
        if (current != scope || !scope.stack().isOpen(mark.sequence())) {
            throw EngineLog.LOG.savepointOfOtherScope(current.path(), scope.path());
        }
    }

    @Override
    public String toString() {
        return "savepoint in " + scope.path();
    }
}

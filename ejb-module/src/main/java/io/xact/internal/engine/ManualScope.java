// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.internal.engine.Transactions.Suspension;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scope that is ended by hand, and what is suspended for it. */
final class ManualScope implements XactScope {

    private final Scope scope;
    private final Suspension aside;
    private final String place;
    private boolean ended;

    ManualScope(Scope scope, Suspension aside) {
        this.scope = scope;
        this.aside = aside;
        this.place = Places.ofCaller();
        scope.endsBy(this);
    }

    /** Where in the code it was opened. */
    String place() {
        return place;
    }

    String path() {
        return scope.path();
    }

    /** What is to be said of it where nobody has ended it. */
    XactStateException leftOpen() {
        return EngineLog.LOG.leftOpen(path(), place);
    }

    @Override
    public void commit() {
        requireOpen();
        requireInnermost();
        end(scope::returned);
    }

    @Override
    public void fail(Throwable cause) {
        requireOpen();
        scope.fail(Objects.requireNonNull(cause, "cause"));
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        if (isInnermost()) {
            end(scope::discarded);
        } else {
            closeOutOfOrder();
        }
    }

    /** Ends what was left open inside, unless a block still runs there: that one goes on, in a doomed scope. */
    private void closeOutOfOrder() {
        RuntimeException outOfOrder = outOfOrder();
        try {
            scope.dropLeftOpen();
            if (onThread() == scope) {
                end(scope::discarded);
            }
        } catch (RuntimeException e) {
            outOfOrder.addSuppressed(e);
        }
        throw outOfOrder;
    }

    @SuppressWarnings("try") // it is there to be closed
    private void end(Runnable edge) {
        ended = true;
        try (Suspension resumed = aside) {
            edge.run();
        }
    }

    /** It was left open inside a scope that ends now: one of its own transaction goes with that, an outermost one alone. */
    void drop() {
        if (scope.parent() == null) {
            end(scope::discarded);
        } else {
            ended = true;
            scope.stack().pop(scope);
        }
    }

    private void requireOpen() {
        if (ended) {
            throw EngineLog.LOG.scopeEnded(scope.path(), place);
        }
    }

    private void requireInnermost() {
        if (!isInnermost()) {
            throw outOfOrder();
        }
    }

    private boolean isInnermost() {
        return onThread() == scope || scope.stack().isCompleted();
    }

    private RuntimeException outOfOrder() {
        Scope inner = onThread();
        RuntimeException outOfOrder =
                EngineLog.LOG.outOfOrder(scope.path(), place, inner == null ? "another transaction" : inner.path());
        scope.fail(outOfOrder);
        return outOfOrder;
    }

    private @Nullable Scope onThread() {
        return ScopeStack.currentScope(scope.transactions());
    }
}

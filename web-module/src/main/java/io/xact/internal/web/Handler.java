// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.internal.engine.Outside;
import io.xact.internal.engine.ScopeStack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handler of a request that runs in a scope: a servlet, and what it calls. It may leave the transaction until it ends. Used by its thread. */
final class Handler implements AutoCloseable {

    private final RequestScope scope;
    private final @Nullable Handler around;
    private @Nullable Outside outside;
    private @Nullable ScopeStack stack;
    private List<String> leftOutBefore = List.of();

    Handler(RequestScope scope, @Nullable Handler around) {
        this.scope = scope;
        this.around = around;
    }

    /** The handler that has called this one. */
    @Nullable Handler around() {
        return around;
    }

    /** Whether it runs outside the transaction. */
    boolean isOutside() {
        return outside != null || (around != null && around.isOutside());
    }

    /** Leaves the transaction, wholly or with some data sources, until the end. */
    void leave(OptOut optOut) {
        if (isOutside()) {
            return;
        }
        if (optOut.isWhole()) {
            outside = scope.engine().standAside("The handler of " + scope.name());
        } else if (!optOut.dataSources().isEmpty()) {
            leaveOut(optOut.dataSources());
        }
    }

    private void leaveOut(List<String> dataSources) {
        scope.options().using(dataSources); // there has to be one of each name
        ScopeStack joined = scope.engine().joined();
        if (joined != null && stack == null) {
            stack = joined;
            leftOutBefore = joined.leaveOut(dataSources);
        }
    }

    @Override
    public void close() {
        scope.left(this);
        if (stack != null) {
            stack.leaveOut(leftOutBefore);
        }
        if (outside != null) {
            outside.close();
        }
    }
}

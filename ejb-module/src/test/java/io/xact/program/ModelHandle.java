// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactScope;
import io.xact.program.ScopeShape.Propagation;
import org.jspecify.annotations.Nullable;

/** A scope of the model that is ended by hand. */
final class ModelHandle implements XactScope {

    private final ModelThread thread;
    private final ModelEdges edges;
    private final @Nullable ModelTransaction aside;
    private final boolean apart;
    private final ModelScope scope;
    private boolean ended;

    ModelHandle(ModelThread thread, ModelEdges edges, ScopeShape shape) {
        this.thread = thread;
        this.edges = edges;
        this.aside = thread.transaction();
        this.apart = shape.propagation() == Propagation.NEW;
        if (apart) {
            thread.end();
        }
        this.scope = edges.enter(shape);
    }

    @Override
    public void commit() {
        end(() -> edges.returned(scope));
    }

    @Override
    public void fail(Throwable cause) {
        scope.flag().fail(cause);
    }

    @Override
    public void close() {
        if (!ended) {
            end(() -> edges.discarded(scope));
        }
    }

    private void end(Runnable edge) {
        ended = true;
        try {
            edge.run();
        } finally {
            if (apart) {
                thread.set(aside);
            }
        }
    }
}

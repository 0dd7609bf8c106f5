// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.XactException;
import io.xact.internal.engine.Transactions.Suspension;
import org.jspecify.annotations.Nullable;

/** A handler is running outside the thread's transaction, which is back on the thread once this is closed. Used by that thread. */
public final class Outside implements AutoCloseable {

    private final XactEngine engine;
    private final String handler;
    private final Suspension suspended;

    Outside(XactEngine engine, String handler, Suspension suspended) {
        this.engine = engine;
        this.handler = handler;
        this.suspended = suspended;
    }

    /**
     * Resumes what was suspended.
     *
     * @throws XactException if the handler has left a transaction open, which is rolled back; what was suspended is resumed all the same
     */
    @Override
    @SuppressWarnings("try") // it is there to be closed
    public void close() {
        @Nullable XactException leftOpen;
        try (Suspension resumed = suspended) {
            leftOpen = engine.endLeftOpen(handler);
        }
        if (leftOpen != null) {
            throw leftOpen;
        }
    }
}

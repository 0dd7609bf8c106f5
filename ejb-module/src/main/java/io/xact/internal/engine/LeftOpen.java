// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.XactException;
import org.jspecify.annotations.Nullable;

/** Transactions and scopes that somebody has left open on a thread. */
final class LeftOpen {

    private LeftOpen() {}

    /** Ends the thread's transaction, and the scopes by hand in it. */
    static XactException end(Transactions transactions, String handler) {
        XactException report = report(ScopeStack.currentScope(transactions), handler);
        try {
            dropScopes(transactions);
        } catch (RuntimeException e) {
            report.addSuppressed(e);
        }
        Failures.suppress(report, transactions.detach());
        return report;
    }

    private static XactException report(@Nullable Scope open, String handler) {
        ManualScope byHand = open == null ? null : open.handle();
        return byHand == null ? EngineLog.LOG.transactionLeftOpen(handler) : byHand.leftOpen();
    }

    /** Up to a block that still runs. */
    private static void dropScopes(Transactions transactions) {
        Scope open = ScopeStack.currentScope(transactions);
        while (open != null && open.handle() != null) {
            open.handle().drop();
            open = ScopeStack.currentScope(transactions);
        }
    }
}

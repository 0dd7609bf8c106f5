// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all copies of our classes in one transaction share: string keys, and types of the JDK. Two deployments that each
 * bring the library along can meet in a transaction.
 */
final class SharedState {

    private static final String SEQUENCE_KEY = "io.xact.sequence";
    private static final String COPIES_KEY = "io.xact.copies";

    private final AtomicLong sequence;
    private final AtomicLong copies;
    private final boolean first;

    /** Joins the thread's transaction, which must be active. */
    SharedState(Transactions transactions) {
        this.sequence = number(transactions, SEQUENCE_KEY);
        this.copies = number(transactions, COPIES_KEY);
        this.first = copies.incrementAndGet() == 1;
    }

    private static AtomicLong number(Transactions transactions, String key) {
        if (transactions.resource(key) instanceof AtomicLong found) {
            return found;
        }
        AtomicLong fresh = new AtomicLong();
        transactions.putResource(key, fresh);
        return fresh;
    }

    long nextSequence() {
        return sequence.incrementAndGet();
    }

    long lastSequence() {
        return sequence.get();
    }

    /** Whether no other copy was in the transaction before this one. */
    boolean isFirst() {
        return first;
    }

    /** Whether no other copy is in the transaction. */
    boolean isAlone() {
        return copies.get() == 1;
    }
}

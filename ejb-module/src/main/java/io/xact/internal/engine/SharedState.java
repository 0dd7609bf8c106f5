// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all copies of our classes in one transaction share: string keys, and types of the JDK. Two deployments that each
 * bring the library along can meet in a transaction.
 */
final class SharedState {

    private static final String SEQUENCE_KEY = "io.xact.sequence";
    private static final String COPIES_KEY = "io.xact.copies";
    private static final String UNDONE_KEY = "io.xact.undone";

    private final AtomicLong sequence;
    private final AtomicLong copies;
    private final boolean first;

    /** Pairs of sequence numbers: what came after the first one, up to the second one, was undone. */
    private final List<long[]> undone;

    /** Joins the thread's transaction, which must be active. */
    SharedState(Transactions transactions) {
        this.sequence = number(transactions, SEQUENCE_KEY);
        this.copies = number(transactions, COPIES_KEY);
        this.undone = ranges(transactions);
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

    @SuppressWarnings("unchecked") // nobody else has that key
    private static List<long[]> ranges(Transactions transactions) {
        if (transactions.resource(UNDONE_KEY) instanceof List<?> found) {
            return (List<long[]>) found;
        }
        List<long[]> fresh = new CopyOnWriteArrayList<>();
        transactions.putResource(UNDONE_KEY, fresh);
        return fresh;
    }

    /** Tells the other copies, which hear nothing of our marks. */
    void noteUndone(long since) {
        if (!isAlone()) {
            undone.add(new long[] {since, lastSequence()});
        }
    }

    /** Whether what has a sequence number was undone by any copy. */
    boolean isUndone(long number) {
        return undone.stream().anyMatch(range -> range[0] < number && number <= range[1]);
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

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
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
    private static final String LEVELS_KEY = "io.xact.levels";
    private static final String SAVEPOINTS_KEY = "io.xact.savepoints";

    private final AtomicLong sequence;
    private final AtomicLong copies;
    private final boolean first;

    /** Pairs of sequence numbers: what came after the first one, up to the second one, was undone. */
    private final List<long[]> undone;

    private final Levels levels;

    /** By physical connection and sequence number: the names of the savepoints that are set. */
    private final IdentityHashMap<Object, NavigableMap<Long, String>> savepoints;

    /** Joins the thread's transaction, which must be active. */
    SharedState(Transactions transactions) {
        this.sequence = shared(transactions, SEQUENCE_KEY, new AtomicLong());
        this.copies = shared(transactions, COPIES_KEY, new AtomicLong());
        this.undone = shared(transactions, UNDONE_KEY, new CopyOnWriteArrayList<>());
        this.levels = new Levels(shared(transactions, LEVELS_KEY, new TreeMap<>()));
        this.savepoints = shared(transactions, SAVEPOINTS_KEY, new IdentityHashMap<>());
        this.first = copies.incrementAndGet() == 1;
    }

    @SuppressWarnings("unchecked") // nobody else has those keys
    private static <T> T shared(Transactions transactions, String key, T fresh) {
        Object found = transactions.resource(key);
        if (found == null) {
            transactions.putResource(key, fresh);
            return fresh;
        }
        return (T) found;
    }

    /** The open marks of all copies. */
    Levels levels() {
        return levels;
    }

    /** Whether any copy follows what is done on a physical connection. */
    boolean isFollowed(Object physicalConnection) {
        return savepoints.containsKey(physicalConnection);
    }

    /** The savepoints that any copy has set on a physical connection: names by sequence number. */
    NavigableMap<Long, String> savepointsOn(Object physicalConnection) {
        return savepoints.computeIfAbsent(physicalConnection, key -> new TreeMap<>());
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

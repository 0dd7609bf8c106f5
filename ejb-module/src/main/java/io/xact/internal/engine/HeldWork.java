// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * What waits for the end of one transaction. Each remembers when it came, so that undoing a scope finds what belongs to it or to a
 * scope inside it. Guarded by itself: a timed out transaction is ended on another thread.
 *
 * @param <T> what waits
 */
public final class HeldWork<T> {

    private final SharedState shared;
    private final Deque<Held<T>> held = new ArrayDeque<>();

    private record Held<T>(long sequence, T work) {}

    HeldWork(SharedState shared) {
        this.shared = shared;
    }

    /**
     * Adds to the innermost scope.
     *
     * @param work comes after all that was added before
     */
    public synchronized void add(T work) {
        held.addLast(new Held<>(shared.nextSequence(), Objects.requireNonNull(work, "work")));
    }

    /**
     * Takes out what came since a mark.
     *
     * @param mark the mark
     * @return the newest first
     */
    public List<T> takeSince(Mark mark) {
        return takeSince(mark.sequence());
    }

    /** Takes out all, the newest first. */
    List<T> takeNewestFirst() {
        return takeSince(Long.MIN_VALUE);
    }

    private synchronized List<T> takeSince(long sequence) {
        List<T> newestFirst = new ArrayList<>();
        while (!held.isEmpty() && held.getLast().sequence() > sequence) {
            newestFirst.add(held.removeLast().work());
        }
        return newestFirst;
    }

    /**
     * Takes out all.
     *
     * @return the oldest first, without what another copy of our classes has undone
     */
    public synchronized List<T> takeOldestFirst() {
        List<T> all = held.stream()
                .filter(each -> !shared.isUndone(each.sequence()))
                .map(Held::work)
                .toList();
        held.clear();
        return all;
    }
}

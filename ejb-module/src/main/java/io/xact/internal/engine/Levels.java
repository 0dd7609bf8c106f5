// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The open marks of one transaction, those of other copies of our classes among them: types of the JDK are what is shared. Used by
 * the thread that has the transaction.
 */
final class Levels {

    /** By sequence number: depth, and the data sources that are named. */
    private final NavigableMap<Long, Map.Entry<Integer, List<String>>> shared;

    Levels(NavigableMap<Long, Map.Entry<Integer, List<String>>> shared) {
        this.shared = shared;
    }

    /** Opens a mark, the innermost from now on. */
    Mark open(long sequence, List<String> using) {
        Map.Entry<Long, Map.Entry<Integer, List<String>>> innermost = shared.lastEntry();
        int depth = innermost == null ? 1 : innermost.getValue().getKey() + 1;
        Mark mark = new Mark(sequence, depth, using);
        shared.put(sequence, new SimpleImmutableEntry<>(depth, using));
        return mark;
    }

    boolean isOpen(long sequence) {
        return shared.containsKey(sequence);
    }

    /** Marks with larger sequence numbers are open no more. */
    void closeSince(long sequence) {
        shared.tailMap(sequence, false).clear();
    }

    /** The outermost of the marks with larger sequence numbers. */
    @Nullable Mark firstSince(long sequence) {
        Map.Entry<Long, Map.Entry<Integer, List<String>>> first = shared.higherEntry(sequence);
        return first == null ? null : mark(first);
    }

    /** The marks as they are at the moment. */
    Iterable<Mark> innermostFirst() {
        return () -> {
            Iterator<Map.Entry<Long, Map.Entry<Integer, List<String>>>> entries =
                    shared.descendingMap().entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Mark next() {
                    return mark(entries.next());
                }
            };
        };
    }

    private static Mark mark(Map.Entry<Long, Map.Entry<Integer, List<String>>> level) {
        return new Mark(
                level.getKey(), level.getValue().getKey(), level.getValue().getValue());
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Mark;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.savepoint.PersistenceContexts.Memento;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Has persistence contexts follow the scopes: they are flushed before a mark is opened and before what came since is kept, and brought
 * back when it is undone. One that can't be takes the whole transaction along.
 */
public final class PersistenceWatch implements JoiningContexts {

    private static final Object KEY = new Object();

    private final PersistenceContexts contexts;
    private final ScopeStack stack;

    /** By the sequence numbers of the open marks. */
    private final NavigableMap<Long, Memento> notes = new TreeMap<>();

    /** What has failed, and was not undone yet. */
    private @Nullable RuntimeException failure;

    /** The newest sequence number when it failed. */
    private long failed;

    private PersistenceWatch(PersistenceContexts contexts, ScopeStack stack) {
        this.contexts = contexts;
        this.stack = stack;
    }

    /**
     * Joins a transaction.
     *
     * @param contexts what is held in memory for it
     * @param stack its scopes
     */
    public static void join(PersistenceContexts contexts, ScopeStack stack) {
        stack.listener(KEY, joined -> new PersistenceWatch(contexts, joined));
    }

    @Override
    public void joining(DataSource dataSource) {
        UnguardedWatch databases = UnguardedWatch.of(stack);
        if (databases != null) {
            databases.joining(dataSource);
        }
    }

    @Override
    public void failed(RuntimeException wish) {
        failure = wish;
        failed = stack.lastSequence();
    }

    @Override
    public void flush() {
        requireSound();
        contexts.flush();
    }

    /** A context whose flush has failed may write the half of it with the next one, also if the scope's flag was lifted. */
    private void requireSound() {
        if (failure != null) {
            throw SavepointLog.LOG.contextFailed(failure);
        }
    }

    @Override
    public void opened(Mark mark) {
        notes.put(mark.sequence(), contexts.note());
    }

    @Override
    public void released(Mark mark) {
        notes.tailMap(mark.sequence(), true).clear();
    }

    @Override
    public void undone(Mark mark, boolean stays) {
        Memento note = notes.get(mark.sequence());
        notes.tailMap(mark.sequence(), !stays).clear();
        if (stack.isBeyondHelp()) {
            return; // all of the transaction goes
        }
        Set<String> unfollowed = contexts.unfollowed();
        if (!unfollowed.isEmpty()) {
            throw SavepointLog.LOG.unfollowed(String.join(", ", unfollowed));
        }
        if (note != null) {
            note.restore();
        }
        if (mark.sequence() <= failed) {
            failure = null;
        }
    }

    @Override
    public void beforeCompletion() {
        requireSound();
    }
}

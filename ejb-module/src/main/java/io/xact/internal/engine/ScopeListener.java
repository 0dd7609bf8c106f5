// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What joins the scopes of one transaction and follows them: the savepoints of a database branch, hooks, held messages,
 * a fence. Made for one transaction; called by one thread at a time, though {@link #afterCompletion} may come on another
 * one than the rest (the transaction manager's reaper).
 *
 * <p>A listener is told of every mark that is released or rolled back to since it joined, also of marks that were opened
 * before. It throws where it could not follow: then the scope around is doomed, and nothing is half kept.
 */
public interface ScopeListener {

    /**
     * What is held back in memory is to be done now: a mark is about to be opened, or what came since one to be kept.
     *
     * @throws Exception if it can't be done; the mark is not opened, or what came since it is to be undone
     */
    default void flush() throws Exception {}

    /**
     * A nested scope begins, or a savepoint is taken by hand.
     *
     * @param mark the innermost open mark from now on
     * @throws Exception if the scope can't begin; it doesn't then, and nobody hears more of the mark
     */
    default void opened(Mark mark) throws Exception {}

    /**
     * What came since the mark is about to be kept. Nobody has given up the way back yet: a listener that may be unable to keep it
     * finds out now.
     *
     * @param mark still open
     * @throws Exception if the work can't be kept; it is then to be undone by {@link #undone}
     */
    default void releasing(Mark mark) throws Exception {}

    /**
     * What came since the mark is to become part of the scope around it.
     *
     * @param mark not open any more; marks that were opened later end with it, untold
     * @throws Exception if the work could not be kept; it is then to be undone by {@link #undone}
     */
    default void release(Mark mark) throws Exception {}

    /**
     * What came since the mark is kept by all. Not before is there nothing left to undo.
     *
     * @param mark not open any more
     */
    default void released(Mark mark) {}

    /**
     * All since the mark is rolled back. Marks that were opened later end with it, untold.
     *
     * @param mark where to
     * @param stays whether the mark stays open: a savepoint by hand can be rolled back to again
     * @throws Exception if the work could not be undone
     */
    default void undone(Mark mark, boolean stays) throws Exception {}

    /**
     * A scope is left by a failure, in a transaction that somebody else has marked for roll back.
     *
     * @param failure what leaves it
     * @return what there is to be said about it; {@code null} for nothing
     */
    default @Nullable Exception explain(Throwable failure) {
        return null;
    }

    /**
     * The transaction is about to be committed. May do transactional work on what is enlisted.
     *
     * @throws Exception to have the transaction rolled back
     */
    default void beforeCompletion() throws Exception {}

    /**
     * All that is enlisted is as it will be prepared: what is held for somebody else is handed over to him now. Who is enlisted here is
     * committed behind all others.
     *
     * @throws Exception to have the transaction rolled back
     */
    default void handOver() throws Exception {}

    /**
     * The transaction has ended.
     *
     * @param committed whether it was committed; {@code false} also if that is not known
     */
    default void afterCompletion(boolean committed) {}
}

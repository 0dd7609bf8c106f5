// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

/**
 * A scope that is opened and ended by hand, see {@link Xacts#begin}. To be used in a {@code try}: what is left without
 * {@link #commit} is rolled back. Scopes end in the reverse order of their beginning. Not thread-safe: it belongs to the
 * thread that has its transaction.
 *
 * <p>Nobody sees what its body throws, so a {@link Rollback} that leaves it is an ordinary exception.
 */
public interface XactScope extends AutoCloseable {

    /**
     * Keeps the scope's work: commits the transaction that it began, or makes it a part of the scope around it. The scope has
     * ended afterwards, whatever is thrown.
     *
     * @throws XactRolledBackException if the scope is doomed or could not be kept; its work is undone, the first failure is
     *     the cause
     * @throws XactTimeoutException if the transaction timed out; its work is undone
     * @throws HeuristicOutcomeException if the outcome is mixed or not known
     * @throws XactStateException if the scope has ended; if one that was opened inside it has not: then this one is
     *     doomed, and still open; or if its transaction was ended by somebody else
     */
    void commit();

    /**
     * Names the cause for which the scope is to be rolled back: it is doomed from now on, its statements are refused.
     *
     * @param cause what failed
     * @throws XactStateException if the scope has ended
     */
    void fail(Throwable cause);

    /**
     * Rolls back the scope unless it has ended; that is the code's own wish, and silent. In a merged scope the nearest scope
     * with a savepoint is rolled back at its edge.
     *
     * @throws XactStateException if a scope that was opened inside it has not ended: that one is rolled back too; or if the
     *     transaction was ended by somebody else
     * @throws XactRolledBackException if undoing it failed; the transaction around it is doomed
     */
    @Override
    void close();
}

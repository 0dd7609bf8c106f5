// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.util.Set;

/**
 * What persistence providers hold in memory for the calling thread's transaction: it is on no connection until it is
 * flushed, and no savepoint undoes it.
 */
public interface PersistenceContexts {

    /**
     * Contexts in the transaction that can't follow scopes.
     *
     * @return in words, for a message; empty where all can
     */
    Set<String> unfollowed();

    /** Writes what is held back. Throws what the provider throws. */
    void flush();

    /**
     * Notes the state of all contexts, just flushed.
     *
     * @return what was noted
     */
    Memento note();

    /** The state of all contexts at a moment. */
    @FunctionalInterface
    interface Memento {

        /**
         * Brings every context back to that state, after the databases have been rolled back to their savepoints. What
         * came later is detached. Can be called more than once.
         *
         * @throws RuntimeException if a context could not be brought back; the others were
         */
        void restore();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.util.Set;

/**
 * What persistence providers hold in memory for the calling thread's transaction: it is on no connection until it is flushed, and
 * no savepoint undoes it.
 */
public interface PersistenceContexts {

    /**
     * Those that can't follow scopes.
     *
     * @return their names, for a message; empty where there are none, or the platform can't tell
     */
    Set<String> unfollowed();

    /** Writes what is held back. Throws what the provider throws. */
    void flush();

    /**
     * Notes the state of all contexts, which have just been flushed.
     *
     * @return the note
     */
    Memento note();

    /** A state that was noted. */
    @FunctionalInterface
    interface Memento {

        /** Brings the contexts back to it, once the databases have been. Can be done more than once. */
        void restore();
    }
}

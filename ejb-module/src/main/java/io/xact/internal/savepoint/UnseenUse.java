// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Mark;
import io.xact.internal.engine.ScopeStack;
import java.sql.Connection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.NavigableMap;
import java.util.Set;

/** Whether others use a branch's physical connection, by handles that nobody guards, and in which scopes they may have. */
final class UnseenUse {

    private final ScopeStack stack;
    private final NavigableMap<Long, String> savepoints;
    private final Handles handles;

    /** Guarded ones, and those that savepoint statements go through. */
    private final Set<Connection> own = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Marks whose savepoint would come too late, open or not: no other mark gets their sequence numbers. */
    private final Set<Long> missed = new HashSet<>();

    private boolean isKnown;

    /**
     * Of a branch.
     *
     * @param stack the transaction's scopes
     * @param savepoints the branch's, by sequence number
     * @param sources tells the handles
     * @param raw one of its handles
     */
    UnseenUse(ScopeStack stack, NavigableMap<Long, String> savepoints, Sources sources, Connection raw) {
        this.stack = stack;
        this.savepoints = savepoints;
        this.handles = sources.handles(raw, this::closed);
    }

    /** One of ours; of no interest where nobody will tell that it is closed. */
    void own(Connection handle) {
        if (handles != Handles.UNKNOWN) {
            own.add(handle);
        }
    }

    private void closed(Connection handle) {
        if (!own.remove(handle)) {
            found(Long.MAX_VALUE);
        }
    }

    /**
     * There are others. From now on savepoints are set as soon as a scope is entered; open marks that have none yet can't be undone to.
     *
     * @param before where others can have been at work: in scopes whose marks have smaller sequence numbers
     */
    void found(long before) {
        isKnown = true;
        for (Mark mark : stack.openMarks()) {
            if (mark.sequence() < before && !savepoints.containsKey(mark.sequence())) {
                missed.add(mark.sequence());
            }
        }
    }

    /** Looks whether there are others, if they are not known yet; as {@link #found}. */
    void look(long before) {
        if (!isKnown && isGoingOn()) {
            found(before);
        }
    }

    /** Looks for open handles of others. */
    boolean isGoingOn() {
        return !own.containsAll(handles.open());
    }

    /** Whether there are others, or have been. */
    boolean isKnown() {
        return isKnown;
    }

    boolean hasMissed(Mark mark) {
        return missed.contains(mark.sequence());
    }

    void forget() {
        handles.forget();
    }
}

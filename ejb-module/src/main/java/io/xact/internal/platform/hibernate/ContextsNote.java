// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import io.xact.internal.platform.SessionsInTransaction;
import io.xact.internal.savepoint.PersistenceContexts.Memento;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** The sessions of one transaction at a moment. What has joined since is brought back to what it was when it joined. */
final class ContextsNote implements Memento {

    private final Map<Object, Object> joined;
    private final Function<Object, Optional<SessionNote>> lateNotes;
    private final IdentityHashMap<Object, SessionNote> notes = new IdentityHashMap<>();

    /** Reasons, by sessions that could not be noted: what they become can't be told from what they were. */
    private final IdentityHashMap<Object, String> unfollowed = new IdentityHashMap<>();

    ContextsNote(Map<Object, Object> joined, Function<Object, Optional<SessionNote>> lateNotes) {
        this.joined = joined;
        this.lateNotes = lateNotes;
    }

    void add(SharedSessionContractImplementor session) {
        String reason = Contents.reasonNotToFollow(session);
        if (reason != null) {
            unfollowed.put(session, reason);
        } else if (session instanceof SessionImplementor stateful) {
            notes.put(session, SessionNote.of(stateful));
            ReadOnlyCache.from(stateful);
        }
    }

    @Override
    public void restore() {
        RuntimeException first = null;
        List<String> reasons = new ArrayList<>(unfollowed.values());
        for (Map.Entry<Object, Object> entry : List.copyOf(joined.entrySet())) {
            Object session = entry.getKey();
            if (session instanceof SharedSessionContractImplementor known
                    && Contents.isLive(known)
                    && !unfollowed.containsKey(session)) {
                first = joined(first, attempt(known, entry.getValue(), reasons));
            }
        }
        if (!reasons.isEmpty()) {
            first = joined(first, HibernateLog.LOG.notRestored(String.join("; ", reasons)));
        }
        if (first != null) {
            throw first;
        }
    }

    private @Nullable RuntimeException attempt(
            SharedSessionContractImplementor session, Object stateAtJoining, List<String> reasons) {
        try {
            Contents.dropBatch(session);
            if (session instanceof SessionImplementor stateful && !restore(stateful, stateAtJoining)) {
                reasons.add(Contents.reasonOfLate(session));
            }
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Whether it could be: one that joined with changes of its own is not what it was. */
    private boolean restore(SessionImplementor session, Object stateAtJoining) {
        Optional<SessionNote> note = Optional.ofNullable(notes.get(session)).or(() -> lateNotes.apply(session));
        if (note.isEmpty() && !stateAtJoining.equals(SessionsInTransaction.EMPTY)) {
            return false;
        }
        ReadOnlyCache.from(session);
        SharedNaturalIds.forget(session);
        Contents.empty(session);
        note.ifPresent(SessionNote::restore);
        return true;
    }

    private static @Nullable RuntimeException joined(
            @Nullable RuntimeException first, @Nullable RuntimeException next) {
        if (first == null) {
            return next;
        }
        if (next != null) {
            first.addSuppressed(next);
        }
        return first;
    }
}

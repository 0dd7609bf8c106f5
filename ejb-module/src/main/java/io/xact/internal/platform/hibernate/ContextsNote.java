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
        List<RuntimeException> failures = new ArrayList<>();
        List<String> reasons = new ArrayList<>(unfollowed.values());
        for (Map.Entry<Object, Object> entry : List.copyOf(joined.entrySet())) {
            Object session = entry.getKey();
            if (session instanceof SharedSessionContractImplementor known
                    && Contents.isLive(known)
                    && !unfollowed.containsKey(session)) {
                restore(known, entry.getValue(), reasons, failures);
            }
        }
        if (!reasons.isEmpty()) {
            failures.add(HibernateLog.LOG.notRestored(String.join("; ", reasons)));
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void restore(
            SharedSessionContractImplementor session,
            Object stateAtJoining,
            List<String> reasons,
            List<RuntimeException> failures) {
        try {
            Contents.dropBatch(session);
            if (session instanceof SessionImplementor stateful && !restore(stateful, stateAtJoining)) {
                reasons.add(Contents.reasonOfLate(session));
            }
        } catch (RuntimeException e) {
            failures.add(e);
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
}

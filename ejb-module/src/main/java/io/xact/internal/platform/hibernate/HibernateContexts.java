// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.Transactions;
import io.xact.internal.savepoint.PersistenceContexts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** The Hibernate sessions that have joined one transaction. Used by the thread that has the transaction. */
public final class HibernateContexts implements PersistenceContexts {

    private final Transactions transactions;
    private final Map<Object, Object> joined;

    /**
     * Over the sessions of the thread's transaction.
     *
     * @param transactions the calling thread's
     * @param joined each session with its state when it joined; sessions may join later
     */
    public HibernateContexts(Transactions transactions, Map<Object, Object> joined) {
        this.transactions = transactions;
        this.joined = joined;
    }

    @Override
    public Set<String> unfollowed() {
        return joined.keySet().stream()
                .map(Contents::reasonNotToFollow)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void flush() {
        forEachLive(HibernateContexts::flush);
    }

    /** A session that was closed inside the transaction stays, and is flushed, until the transaction ends. */
    private static void flush(SharedSessionContractImplementor session) {
        if (!(session instanceof SessionImplementor stateful)) {
            session.getJdbcCoordinator().executeBatch();
        } else if (!Contents.isManual(stateful) && !Contents.isBusy(stateful) && !Contents.isEmpty(stateful)) {
            if (stateful.isClosed()) {
                stateful.flushBeforeTransactionCompletion();
            } else {
                stateful.flush();
            }
        }
    }

    @Override
    public Memento note() {
        ContextsNote note = new ContextsNote(joined, this::lateNoteOf);
        forEachLive(note::add);
        return note;
    }

    /**
     * The state before any session had joined.
     *
     * @return what each was when it joined
     */
    public Memento beforeAny() {
        return new ContextsNote(joined, this::lateNoteOf);
    }

    private Optional<SessionNote> lateNoteOf(Object session) {
        ScopeStack stack = ScopeStack.find(transactions);
        return stack == null ? Optional.empty() : LateSessions.of(stack).noteOf(session);
    }

    /** A flush may have another session join. */
    private void forEachLive(Consumer<SharedSessionContractImplementor> action) {
        for (Object session : List.copyOf(joined.keySet())) {
            if (session instanceof SharedSessionContractImplementor known && Contents.isLive(known)) {
                action.accept(known);
            }
        }
    }
}

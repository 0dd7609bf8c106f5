// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import io.xact.XactStateException;
import io.xact.internal.engine.Scope;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.platform.SessionsInTransaction;
import io.xact.internal.platform.TransactionServices;
import io.xact.internal.savepoint.JoiningContexts;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of the calling thread's transaction, as far as this copy of our classes has opened them. Made for one session
 * factory; thread-safe. Looks the server's services up at the first use, when they are there for sure.
 */
final class ScopeOfThread {

    private volatile @Nullable TransactionServices services;

    /**
     * Somebody wants a roll back.
     *
     * @return whether the innermost scope takes it; {@code false} where no mark is open, and JTA has to be told
     */
    boolean doom() {
        return markedStack().map(ScopeOfThread::doom).orElse(false);
    }

    private static boolean doom(ScopeStack stack) {
        Scope innermost = stack.current();
        if (innermost == null && !stack.isReleasing()) {
            return false;
        }
        XactStateException wish = HibernateLog.LOG.askedToRollBack();
        tell(stack, listener -> listener.failed(wish));
        if (innermost != null && !stack.isReleasing()) {
            innermost.fail(wish);
        }
        return true;
    }

    private static void tell(ScopeStack stack, Consumer<JoiningContexts> message) {
        stack.listeners(JoiningContexts.class).toList().forEach(message);
    }

    /** A session is about to join; where no mark is open, that is nobody's business. */
    void joining(DataSource dataSource) {
        markedStack().ifPresent(stack -> tell(stack, listener -> listener.joining(dataSource)));
    }

    /** A session has joined. */
    void joined(SharedSessionContractImplementor session) {
        find().ifPresent(found -> {
            boolean isEmpty = Contents.isEmpty(session);
            new SessionsInTransaction(found.registry())
                    .add(session, isEmpty ? SessionsInTransaction.EMPTY : SessionsInTransaction.HOLDING);
            markedStack().ifPresent(stack -> LateSessions.of(stack).joined(session));
        });
    }

    /** The stack, if a mark is open on it. */
    private Optional<ScopeStack> markedStack() {
        return find().map(TransactionServices::transactions)
                .map(ScopeStack::find)
                .filter(stack -> stack.openMarks().iterator().hasNext());
    }

    private Optional<TransactionServices> find() {
        TransactionServices known = services;
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TransactionServices> found = TransactionServices.find();
        found.ifPresent(there -> services = there);
        return found;
    }
}

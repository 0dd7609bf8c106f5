// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.CacheMode;
import org.hibernate.SessionEventListener;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.transaction.spi.TransactionObserver;

/**
 * The time in which a session only reads from the second-level cache: from the first mark that it meets to the transaction's
 * end. What is put there can't be undone with a scope, and Hibernate's actions look at the mode once more after completion:
 * so the mode is put back behind them.
 */
final class ReadOnlyCache implements TransactionObserver {

    private final SessionImplementor session;
    private final CacheMode mode;

    private ReadOnlyCache(SessionImplementor session) {
        this.session = session;
        this.mode = session.getCacheMode();
    }

    /** Begins now, or has begun. */
    static void from(SessionImplementor session) {
        if (session.getPersistenceContextInternal() == null) {
            session.getEventListenerManager().addListener(new Constructed(session));
        } else if (session.getCacheMode().isPutEnabled()) {
            ReadOnlyCache time = new ReadOnlyCache(session);
            session.setCacheMode(time.mode.isGetEnabled() ? CacheMode.GET : CacheMode.IGNORE);
            session.getTransactionCoordinator().addObserver(time);
        }
    }

    @Override
    public void afterBegin() {
        // it has begun
    }

    @Override
    public void beforeCompletion() {
        // that is too early: the actions' callbacks are still to come
    }

    @Override
    public void afterCompletion(boolean successful, boolean delayed) {
        session.setCacheMode(mode);
        session.getTransactionCoordinator().removeObserver(this);
    }

    /**
     * Waits for a session that joined while it was being constructed: its constructor sets the mode later. The first sign of
     * life is a connection, or a look at the cache.
     */
    private static final class Constructed implements SessionEventListener {

        private static final long serialVersionUID = 1;

        private final transient SessionImplementor session;
        private boolean isOver;

        Constructed(SessionImplementor session) {
            this.session = session;
        }

        @Override
        public void jdbcConnectionAcquisitionStart() {
            begin();
        }

        @Override
        public void cacheGetStart() {
            begin();
        }

        @Override
        public void cachePutStart() {
            begin();
        }

        @Override
        public void transactionCompletion(boolean successful) {
            isOver = true;
        }

        private void begin() {
            if (!isOver && session.getPersistenceContextInternal() != null) {
                isOver = true;
                from(session);
            }
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import io.xact.Xacts;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The ways that there are: on the bare platform, as a careful developer writes it, and with xact. */
@ApplicationScoped
public class Ways {

    static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Inject
    private Xacts xacts;

    @Inject
    private Jta jta;

    @Inject
    private TransactionalOwner transactional;

    @Inject
    private OwnerBean ejb;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource
    private UserTransaction userTransaction;

    /** On the bare platform, with {@code UserTransaction} and the server's data sources; a nested part is nothing of its own. */
    public Way byHand() {
        return new Way(this::inUserTransaction, Step::run, this::suspending, Ways::dataSource);
    }

    /** On the bare platform, with {@code @Transactional}, also for nested parts: they join. */
    public Way byTransactional() {
        return byHand().withTransaction(transactional::transactional).withNested(transactional::transactional);
    }

    /** On the bare platform, with an EJB's container-managed transaction, also for nested parts: they join. */
    public Way byEjb() {
        return byHand().withTransaction(ejb::required).withNested(ejb::required);
    }

    /** With xact, by the server's data sources, as JPA has them too. */
    public Way byXact() {
        return new Way(
                work -> xacts.run(work::run),
                work -> xacts.run(work::run),
                work -> xacts.with().requiresNew(true).run(work::run),
                Ways::dataSource);
    }

    /** With xact, by guarded data sources. */
    public Way guarded() {
        Way way = byXact();
        return new Way(way.transaction(), way.nested(), way.requiresNew(), xacts::guarded);
    }

    /** A {@code @Transactional} method with nested parts of xact's, by the server's data sources. */
    public Way nestedInTransactional() {
        return byXact().withTransaction(transactional::transactional);
    }

    /** The same, by guarded data sources. */
    public Way guardedInTransactional() {
        return guarded().withTransaction(transactional::transactional);
    }

    /** The same way with a transaction that times out soon. */
    public Way timingOut(Way way) {
        return way.withTransaction(work -> {
            jta.manager().setTransactionTimeout((int) TIMEOUT.toSeconds());
            try {
                way.transaction().run(work);
            } finally {
                jta.manager().setTransactionTimeout(0);
            }
        });
    }

    /** With xact, by guarded data sources, in a scope that times out soon. */
    public Way guardedTimingOut() {
        return guarded().withTransaction(work -> xacts.with().timeout(TIMEOUT).run(work::run));
    }

    /** The same, by the server's data sources. */
    public Way byXactTimingOut() {
        return byXact().withTransaction(work -> xacts.with().timeout(TIMEOUT).run(work::run));
    }

    private void inUserTransaction(Step work) throws Throwable {
        userTransaction.begin();
        try {
            work.run();
        } catch (Throwable failure) {
            userTransaction.rollback();
            throw failure;
        }
        userTransaction.commit();
    }

    private void suspending(Step work) throws Throwable {
        Transaction suspended = jta.manager().suspend();
        try {
            inUserTransaction(work);
        } finally {
            jta.manager().resume(suspended);
        }
    }

    /** Whether the thread's transaction has been rolled back, by its timeout. */
    boolean isTimedOut() throws Exception {
        return jta.status() == Status.STATUS_ROLLEDBACK;
    }

    /**
     * Has PostgreSQL's pool work again after a commit that failed on the bare platform. It gives out first what came back last; a guarded
     * data source puts that right.
     */
    void mendPool() throws SQLException {
        guarded().dataSource(Database.POSTGRESQL_NAME).getConnection().close();
    }

    @SuppressWarnings("BanJNDI") // constants of ours
    private static DataSource dataSource(String jndiName) {
        try {
            return InitialContext.doLookup(jndiName);
        } catch (NamingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

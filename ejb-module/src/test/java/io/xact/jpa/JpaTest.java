// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import io.xact.XactScope;
import io.xact.internal.platform.Platform;
import io.xact.internal.savepoint.PersistenceContexts;
import io.xact.internal.savepoint.PersistenceContexts.Memento;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A test of the bridge alone: savepoints are set by hand, where a scope would set them. */
abstract class JpaTest extends ScopeTest {

    final EntityManagerFactory factory;
    final PersistenceContexts contexts;
    private @Nullable EntityManager current;
    private int savepoints;

    JpaTest(Product product) {
        this(product, Map.of());
    }

    JpaTest(Product product, Map<String, Object> settings) {
        super(product);
        factory = PersistenceUnit.on(surroundings().orders(), settings);
        contexts = new Platform(surroundings().container().getBeanManager()).persistenceContexts();
    }

    @BeforeEach
    void deleteRows() throws SQLException {
        PersistenceUnit.deleteRows(surroundings().orders());
        factory.getCache().evictAll();
    }

    /** The entity manager of the transaction. */
    final EntityManager em() {
        return Objects.requireNonNull(current, "no transaction");
    }

    final SessionImplementor session() {
        return em().unwrap(SessionImplementor.class);
    }

    /** A transaction with an entity manager of its own; it is committed, or rolled back if the work throws. */
    final void transaction(Doing work) throws Exception {
        TransactionManager manager = Surroundings.transactionManager();
        manager.begin();
        EntityManager before = current;
        current = factory.createEntityManager();
        try {
            work.run();
            manager.commit();
        } finally {
            if (manager.getTransaction() != null) {
                manager.rollback();
            }
            em().close();
            current = before;
        }
    }

    /** Work with an entity manager of its own in the thread's transaction. */
    final void inContext(Doing work) throws Exception {
        EntityManager before = current;
        current = factory.createEntityManager();
        try {
            work.run();
        } finally {
            em().close();
            current = before;
        }
    }

    /** What a nested scope does that is rolled back. */
    final void undone(Doing work) throws Exception {
        contexts.flush();
        Memento noted = contexts.note();
        String name = savepoint("SAVEPOINT ", "s" + savepoints++);
        work.run();
        savepoint("ROLLBACK TO SAVEPOINT ", name);
        noted.restore();
        savepoint("RELEASE SAVEPOINT ", name);
    }

    /** What a nested scope does that is kept. */
    final void kept(Doing work) throws Exception {
        contexts.flush();
        contexts.note();
        String name = savepoint("SAVEPOINT ", "s" + savepoints++);
        work.run();
        savepoint("RELEASE SAVEPOINT ", name);
    }

    /** What a nested scope does that is rolled back, with a mark of the engine's around the work. */
    final void undoneBehindMark(Doing work) throws Exception {
        undone(() -> {
            try (XactScope scope = xacts.begin()) {
                work.run();
                scope.commit();
            }
        });
    }

    final String savepoint(String verb, String name) throws SQLException {
        Items.execute(surroundings().orders().pool(), verb + name);
        return name;
    }

    /** Committed rows. */
    final List<String> table(String query) {
        return PersistenceUnit.rows(surroundings().orders(), query);
    }

    final List<String> accounts() {
        return table("SELECT id, name FROM jpa_account ORDER BY id");
    }

    final List<String> lines() {
        return table("SELECT account_id, text FROM jpa_line ORDER BY text");
    }

    final Account account(long id) {
        return Objects.requireNonNull(em().find(Account.class, id), "account " + id);
    }

    /** Stores an account, in a transaction of its own. */
    final void store(Account account) throws Exception {
        transaction(() -> em().persist(account));
    }
}

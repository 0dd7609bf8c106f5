// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Persistence units of each kind, with our services around Hibernate's. */
@EveryProduct
class UnitsTest extends JpaTest {

    UnitsTest(Product product) {
        super(product);
    }

    /** What an application may have of its own. */
    private static final class OwnPlatform extends AbstractJtaPlatform {

        private static final long serialVersionUID = 1;
        private final transient AtomicInteger uses = new AtomicInteger();
        private transient @Nullable ServiceRegistryImplementor injected;
        private transient @Nullable Map<String, Object> settings;

        @Override
        protected TransactionManager locateTransactionManager() {
            uses.incrementAndGet();
            return Surroundings.transactionManager();
        }

        @Override
        protected UserTransaction locateUserTransaction() {
            return com.arjuna.ats.jta.UserTransaction.userTransaction();
        }

        @Override
        public void injectServices(ServiceRegistryImplementor registry) {
            injected = registry;
            super.injectServices(registry);
        }

        @Override
        public void configure(Map<String, Object> values) {
            settings = values;
            super.configure(values);
        }
    }

    @Test
    @DisplayName("a platform of the application's own is used, and lives as it would without us")
    void ownPlatform() throws Exception {
        OwnPlatform platform = new OwnPlatform();
        try (EntityManagerFactory own = PersistenceUnit.create(
                surroundings().orders(),
                PersistenceUnitTransactionType.JTA,
                Map.of("hibernate.transaction.jta.platform", platform))) {
            xacts.run(() -> {
                EntityManager em = own.createEntityManager();
                em.persist(new Account(1, "one"));
                em.close();
            });
        }

        assertThat(accounts()).containsExactly("1 one");
        assertThat(platform.uses).hasPositiveValue();
        assertThat(platform.injected).isNotNull();
        assertThat(platform.settings).isNotNull();
    }

    @Test
    @DisplayName("a unit whose transactions are its own is left alone")
    void resourceLocal() throws Exception {
        try (EntityManagerFactory local = PersistenceUnit.create(
                surroundings().orders(), PersistenceUnitTransactionType.RESOURCE_LOCAL, Map.of())) {
            EntityManager em = local.createEntityManager();
            em.getTransaction().begin();
            em.persist(new Account(1, "one"));
            em.getTransaction().commit();
            em.getTransaction().begin();
            em.find(Account.class, 1L).name = "never";
            em.getTransaction().rollback();
            em.close();
        }

        assertThat(accounts()).containsExactly("1 one");
    }

    @Test
    @DisplayName("a session that is used in one transaction after the other follows in each")
    void extended() throws Exception {
        EntityManager extended = factory.createEntityManager();
        Account account = new Account(1, "first");
        transaction(() -> extended.persist(account));
        for (int i = 0; i < 3; i++) {
            transaction(() -> {
                extended.joinTransaction();
                undone(() -> {
                    account.name = "inner";
                    extended.flush();
                });
                account.name += "+";
            });
        }
        extended.close();

        assertThat(table("SELECT name, version FROM jpa_account")).containsExactly("first+++ 3");
    }
}

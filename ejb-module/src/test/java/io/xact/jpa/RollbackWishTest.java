// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hibernate's wish to roll back, after a flush or a query that failed. */
@EveryProduct
class RollbackWishTest extends JpaTest {

    RollbackWishTest(Product product) {
        super(product);
    }

    private static int status() throws Exception {
        return Surroundings.transactionManager().getStatus();
    }

    private EntityManagerFactory factory(boolean prefersUserTransaction) {
        return PersistenceUnit.on(
                surroundings().orders(),
                Map.of("hibernate.jta.prefer_user_transaction", String.valueOf(prefersUserTransaction)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("in a nested scope it dooms that scope only")
    void nestedScope(boolean prefersUserTransaction) throws Exception {
        store(new Account(1, "there"));
        EntityManager em = factory(prefersUserTransaction).createEntityManager();

        xacts.run(() -> {
            insert("outer");
            em.joinTransaction();
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("inner");
                        assertThatThrownBy(() ->
                                        em.createNativeQuery("SELECT nonsense").getResultList())
                                .isInstanceOf(PersistenceException.class);
                        assertThat(status()).isEqualTo(Status.STATUS_ACTIVE);
                        assertThat(xacts.isRollback()).isTrue();
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .cause()
                    .hasMessageContaining("Hibernate");
            assertThat(status()).isEqualTo(Status.STATUS_ACTIVE);
            em.persist(new Account(2, "after"));
        });
        em.close();

        assertThat(rows()).containsExactly("outer");
        assertThat(accounts()).containsExactly("1 there", "2 after");
    }

    @Test
    @DisplayName("the failure itself comes out of the scope that it leaves")
    void failureComesOut() {
        xacts.run(() -> {
            insertUnchecked("outer");
            EntityManager em = factory.createEntityManager();
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertUnchecked("inner");
                        em.createNativeQuery("SELECT nonsense").getResultList();
                    }))
                    .isInstanceOf(PersistenceException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                            .hasMessageContaining("Hibernate asked for a roll back")
                            .satisfies(wish -> assertThat(wish.getStackTrace())
                                    .anyMatch(frame -> frame.getClassName().startsWith("org.hibernate"))));
            em.close();
        });

        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("in a scope merged into a nested one it dooms the nested one")
    void mergedScope() {
        xacts.run(() -> {
            insertUnchecked("outer");
            EntityManager em = factory.createEntityManager();
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertUnchecked("inner");
                        xacts.with()
                                .savepoint(false)
                                .run(() ->
                                        em.createNativeQuery("SELECT nonsense").getResultList());
                    }))
                    .isInstanceOf(PersistenceException.class);
            em.close();
        });

        assertThat(rows()).containsExactly("outer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("in an outermost scope, and without one, it is JTA's")
    void outermostScope(boolean prefersUserTransaction) throws Exception {
        EntityManager em = factory(prefersUserTransaction).createEntityManager();
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    xacts.run(() -> insert("inner"));
                    assertThatThrownBy(() ->
                                    em.createNativeQuery("SELECT nonsense").getResultList())
                            .isInstanceOf(PersistenceException.class);
                    assertThat(status()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
                }))
                .isInstanceOf(XactRolledBackException.class);

        Surroundings.transactionManager().begin();
        assertThatThrownBy(() -> em.createNativeQuery("SELECT nonsense").getResultList())
                .isInstanceOf(PersistenceException.class);
        assertThat(status()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        Surroundings.transactionManager().rollback();
        em.close();
    }

    @Test
    @DisplayName("a transaction of its own inside a nested scope is none of the scope's business")
    void requiresNew() {
        xacts.run(() -> {
            insertUnchecked("outer");
            xacts.run(() -> {
                insertUnchecked("inner");
                assertThatThrownBy(() -> xacts.with().requiresNew(true).run(() -> {
                            EntityManager em = factory.createEntityManager();
                            em.createNativeQuery("SELECT nonsense").getResultList();
                        }))
                        .isInstanceOf(PersistenceException.class);
                assertThat(xacts.isRollback()).isFalse();
            });
        });

        assertThat(rows()).containsExactly("inner", "outer");
    }

    @Test
    @DisplayName("an isolated transaction of Hibernate's own, for a table generator or the like, begins and commits")
    void isolatedWork() throws Exception {
        transaction(() -> undoneBehindMark(() -> {
            Object outside =
                    Objects.requireNonNull(Surroundings.transactionManager().getTransaction());
            session()
                    .getTransactionCoordinator()
                    .createIsolationDelegate()
                    .delegateWork(
                            (visitor, connection) -> {
                                assertThat(currentTransaction()).isNotSameAs(outside);
                                try (var insert = connection.prepareStatement("INSERT INTO item VALUES ('isolated')")) {
                                    insert.executeUpdate();
                                }
                                return "";
                            },
                            true);
            assertThat(Surroundings.transactionManager().getTransaction()).isSameAs(outside);
        }));

        assertThat(rows()).containsExactly("isolated");
    }

    private static Object currentTransaction() {
        try {
            return Surroundings.transactionManager().getTransaction();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import jakarta.persistence.PersistenceException;
import java.util.HashSet;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entities after a nested scope was undone. */
@EveryProduct
class ManagedEntitiesTest extends JpaTest {

    ManagedEntitiesTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("an entity has the state from before the scope, and a later change to it is kept")
    void managedStaysManaged() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            Account account = account(1);
            undone(() -> {
                account.name = "inner";
                em().flush();
                account.name = "inner, not flushed";
            });
            assertThat(em().contains(account)).isTrue();
            assertThat(account.name).isEqualTo("before");
            assertThat(account.version).isZero();
            account.address.street = "after";
        });

        assertThat(table("SELECT name, street, version FROM jpa_account")).containsExactly("before after 1");
    }

    @Test
    @DisplayName("what the outer scope changed before is flushed, and kept")
    void outerChangeIsKept() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            Account account = account(1);
            account.name = "outer";
            undone(() -> {
                account.name = "inner";
                em().flush();
            });
            assertThat(account.version).isEqualTo(1);
            undone(() -> account.name = "inner again");
        });

        assertThat(table("SELECT name, version FROM jpa_account")).containsExactly("outer 1");
    }

    @Test
    @DisplayName("what came later is detached, flushed or not")
    void laterIsDetached() throws Exception {
        store(new Account(1, "found"));
        Account flushed = new Account(2, "flushed");
        Account queued = new Account(3, "queued");

        transaction(() -> {
            account(1); // so that it isn't empty
            em().clear();
            undone(() -> {
                em().persist(flushed);
                em().flush();
                em().persist(queued);
                Account merged = em().merge(new Account(4, "merged"));
                assertThat(em().contains(merged)).isTrue();
                account(1).name = "changed";
            });
            assertThat(em().contains(flushed)).isFalse();
            assertThat(em().contains(queued)).isFalse();
            assertThat(em().find(Account.class, 2L)).isNull();
            assertThat(em().find(Account.class, 3L)).isNull();
            assertThat(em().createQuery("from Account", Account.class).getResultList())
                    .extracting(Account::getName)
                    .containsExactly("found");
        });

        assertThat(accounts()).containsExactly("1 found");
    }

    @Test
    @DisplayName("what the scope removed is managed again, flushed or not")
    void removedIsManagedAgain() throws Exception {
        transaction(() -> {
            em().persist(new Account(1, "flushed"));
            em().persist(new Account(2, "queued"));
        });

        transaction(() -> {
            Account flushed = account(1);
            Account queued = account(2);
            undone(() -> {
                em().remove(flushed);
                em().flush();
                em().remove(queued);
            });
            assertThat(em().contains(flushed)).isTrue();
            assertThat(em().contains(queued)).isTrue();
            flushed.name = "changed 1";
            queued.name = "changed 2";
        });

        assertThat(accounts()).containsExactly("1 changed 1", "2 changed 2");
    }

    @Test
    @DisplayName("what the scope detached or cleared is managed again")
    void clearedIsManagedAgain() throws Exception {
        transaction(() -> {
            em().persist(new Account(1, "detached"));
            em().persist(new Account(2, "cleared"));
        });

        transaction(() -> {
            Account detached = account(1);
            Account cleared = account(2);
            undone(() -> {
                em().detach(detached);
                account(1).name = "another instance";
                em().flush();
                em().clear();
                account(2).name = "another instance";
            });
            assertThat(account(1)).isSameAs(detached);
            assertThat(account(2)).isSameAs(cleared);
            detached.name = "changed 1";
            cleared.name = "changed 2";
        });

        assertThat(accounts()).containsExactly("1 changed 1", "2 changed 2");
    }

    @Test
    @DisplayName("an entity that was persisted before the scope, and removed in it, is inserted")
    void persistedBefore() throws Exception {
        transaction(() -> {
            Account account = new Account(1, "outer");
            em().persist(account);
            undone(() -> {
                em().remove(account);
                em().flush();
                em().persist(new Account(1, "inner"));
                em().flush();
            });
            account.add("line");
        });

        assertThat(accounts()).containsExactly("1 outer");
        assertThat(lines()).containsExactly("1 line");
    }

    @Test
    @DisplayName("a flush that fails in the middle leaves nothing behind")
    void failingFlush() throws Exception {
        store(new Account(1, "there"));

        transaction(() -> {
            Account account = account(1);
            undone(() -> {
                account.name = "inner";
                account.add("inner");
                account.tags.add("inner");
                em().createNativeQuery("INSERT INTO jpa_account (id, version, name) VALUES (2, 0, 'rival')")
                        .executeUpdate();
                failingFlushOf(() -> {
                    em().persist(new Account(2, "ghost"));
                    em().flush();
                });
            });
            account.name = "outer";
        });

        assertThat(accounts()).containsExactly("1 outer");
        assertThat(lines()).isEmpty();
    }

    /** Without a scope, Hibernate would mark the transaction. */
    private void failingFlushOf(Doing work) {
        assertThatThrownBy(() -> xacts.run(work::run)).isInstanceOf(PersistenceException.class);
    }

    @Test
    @DisplayName("a memento can be restored more than once")
    void restoredTwice() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            Account account = account(1);
            contexts.flush();
            var noted = contexts.note();
            savepoint("SAVEPOINT ", "twice");
            for (int i = 0; i < 2; i++) {
                account.name = "inner";
                Hibernate.initialize(account.lines);
                account.add("inner");
                account.tags = new HashSet<>();
                em().flush();
                savepoint("ROLLBACK TO SAVEPOINT ", "twice");
                noted.restore();
                assertThat(account.name).isEqualTo("before");
                assertThat(account.lines).isEmpty();
            }
            account.add("outer");
            savepoint("RELEASE SAVEPOINT ", "twice");
        });

        assertThat(accounts()).containsExactly("1 before");
        assertThat(lines()).containsExactly("1 outer");
    }
}

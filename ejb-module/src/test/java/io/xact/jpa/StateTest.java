// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import jakarta.persistence.LockModeType;
import java.util.Date;
import java.util.Objects;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Proxies, natural ids, locks and the like after a nested scope was undone. */
@EveryProduct
@SuppressWarnings("JavaUtilDate") // the mutable type that Hibernate knows by itself
class StateTest extends JpaTest {

    StateTest(Product product) {
        super(product);
    }

    private Account proxy(long id) {
        return em().getReference(Account.class, id);
    }

    @Test
    @DisplayName("a proxy that the scope initialised is uninitialised again, and a later change through it is kept")
    void proxyInitializedInside() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            Account proxy = proxy(1);
            undone(() -> {
                em().createNativeQuery("UPDATE jpa_account SET name = 'inner', version = 7")
                        .executeUpdate();
                assertThat(proxy.getName()).isEqualTo("inner");
                proxy.setName("inner too");
                em().flush();
            });
            assertThat(Hibernate.isInitialized(proxy)).isFalse();
            assertThat(proxy.getName()).isEqualTo("before");
            assertThat(em().contains(proxy)).isTrue();
            proxy.setName("outer");
        });

        assertThat(table("SELECT name, version FROM jpa_account")).containsExactly("outer 1");
    }

    @Test
    @DisplayName("a proxy that was initialised before stands for the same entity")
    void proxyInitializedBefore() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            Account proxy = proxy(1);
            Object entity = Hibernate.unproxy(account(1));
            undone(() -> {
                em().clear();
                account(1).name = "inner";
                em().flush();
            });
            assertThat(Hibernate.unproxy(proxy)).isSameAs(entity);
            proxy.setName("outer");
        });

        assertThat(accounts()).containsExactly("1 outer");
    }

    @Test
    @DisplayName("an association to a proxy that the scope initialised and removed")
    void proxyRemoved() throws Exception {
        Account child = new Account(2, "child");
        Account parent = new Account(1, "parent");
        child.parent = parent;
        transaction(() -> {
            em().persist(parent);
            em().persist(child);
        });

        transaction(() -> {
            Account found = account(2);
            Account proxy = Objects.requireNonNull(found.parent);
            undone(() -> {
                found.parent = null;
                em().remove(proxy);
                em().flush();
            });
            assertThat(found.parent).isSameAs(proxy);
            proxy.setName("outer");
            found.name = "outer child";
        });

        assertThat(table("SELECT id, name, parent_id FROM jpa_account ORDER BY 1"))
                .containsExactly("1 outer null", "2 outer child 1");
    }

    @Test
    @DisplayName("natural ids lead to what they led to before")
    void naturalId() throws Exception {
        Account account = new Account(1, "one");
        account.code = "before";
        store(account);

        transaction(() -> {
            Account found = account(1);
            undone(() -> {
                found.code = "inner";
                em().flush();
                Account ghost = new Account(2, "ghost");
                ghost.code = "before";
                em().persist(ghost);
                em().flush();
            });
            Session session = em().unwrap(Session.class);
            assertThat(session.bySimpleNaturalId(Account.class).load("inner")).isNull();
            assertThat(session.bySimpleNaturalId(Account.class).load("before")).isSameAs(found);
            found.code = "outer";
            assertThat(session.bySimpleNaturalId(Account.class).load("outer")).isSameAs(found);
        });

        assertThat(table("SELECT id, code FROM jpa_account")).containsExactly("1 outer");
    }

    @Test
    @DisplayName(
            "values and embeddables that were changed in place are what they were, and the same objects where they can be")
    void mutableValues() throws Exception {
        Account account = new Account(1, "one");
        account.opened = new Date(1000);
        account.address.street = "before";
        store(account);

        transaction(() -> {
            Account found = account(1);
            Address address = found.address;
            undone(() -> {
                Objects.requireNonNull(found.opened).setTime(2000);
                address.street = "inner";
                em().flush();
                found.address = new Address();
                address.street = "inner again";
            });
            assertThat(found.opened).hasTime(1000);
            assertThat(found.address).isSameAs(address);
            assertThat(address.street).isEqualTo("before");
            em().flush();
            assertThat(found.version).as("version: nothing is dirty").isZero();
            Objects.requireNonNull(found.opened).setTime(3000);
            address.street = "outer";
        });

        assertThat(table("SELECT street, version FROM jpa_account")).containsExactly("outer 1");
    }

    @Test
    @DisplayName("lock modes are those from before: the locks went with the savepoint")
    void lockModes() throws Exception {
        store(new Account(1, "one"));

        transaction(() -> {
            Account account = account(1);
            LockModeType before = em().getLockMode(account);
            undone(() -> em().lock(account, LockModeType.PESSIMISTIC_WRITE));
            assertThat(em().getLockMode(account)).isEqualTo(before);
            undone(() -> em().lock(account, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
            assertThat(account.version).isZero();
            em().lock(account, LockModeType.PESSIMISTIC_WRITE);
            account.name = "outer";
        });

        assertThat(table("SELECT name, version FROM jpa_account")).containsExactly("outer 1");
    }

    @Test
    @DisplayName("read-only entities stay read-only, and others don't become so")
    void readOnly() throws Exception {
        transaction(() -> {
            em().persist(new Account(1, "read-only"));
            em().persist(new Account(2, "other"));
        });

        transaction(() -> {
            Session session = em().unwrap(Session.class);
            Account readOnly = account(1);
            Account other = account(2);
            session.setReadOnly(readOnly, true);
            undone(() -> {
                session.setReadOnly(readOnly, false);
                session.setReadOnly(other, true);
                readOnly.name = "inner";
                em().flush();
            });
            assertThat(session.isReadOnly(readOnly)).isTrue();
            assertThat(session.isReadOnly(other)).isFalse();
            assertThat(readOnly.name).isEqualTo("read-only");
            readOnly.name = "never written";
            other.name = "outer";
        });

        assertThat(accounts()).containsExactly("1 read-only", "2 outer");
    }

    @Test
    @DisplayName("a proxy whose entity is to become read-only stays one")
    void readOnlyProxy() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            Session session = em().unwrap(Session.class);
            Account proxy = proxy(1);
            session.setReadOnly(proxy, true);
            undone(() -> session.setReadOnly(proxy, false));
            assertThat(session.isReadOnly(proxy)).isTrue();
            proxy.setName("never written");
        });

        assertThat(accounts()).containsExactly("1 before");
    }

    @Test
    @DisplayName("a refresh in the scope")
    void refreshed() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            Account account = account(1);
            undone(() -> {
                em().createQuery("update Account set name = 'bulk'").executeUpdate();
                em().refresh(account);
                assertThat(account.name).isEqualTo("bulk");
            });
            assertThat(account.name).isEqualTo("before");
            account.address.street = "outer";
        });

        assertThat(table("SELECT name, street FROM jpa_account")).containsExactly("before outer");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.platform.TransactionServices;
import io.xact.internal.savepoint.JoiningContexts;
import io.xact.internal.savepoint.PersistenceContexts.Memento;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sessions of other kinds than one for each transaction, and when they join. */
@EveryProduct
class JoiningTest extends JpaTest {

    JoiningTest(Product product) {
        super(product);
    }

    /** Notes what it is told. */
    private record Told(List<DataSource> dataSources) implements JoiningContexts {

        @Override
        public void joining(DataSource dataSource) {
            dataSources.add(dataSource);
        }

        @Override
        public void failed(RuntimeException failure) {}
    }

    private static ScopeStack stack() {
        return Objects.requireNonNull(
                ScopeStack.find(TransactionServices.find().orElseThrow().transactions()));
    }

    @Test
    @DisplayName("a session that joins while a mark is open is announced, before it is in")
    void announced() {
        List<DataSource> told = new ArrayList<>();
        xacts.run(() -> {
            stack().listener(told, stack -> new Told(told));
            factory.createEntityManager().close();
            assertThat(told).as("no mark is open").isEmpty();
            xacts.run(() -> {
                EntityManager em = factory.createEntityManager();
                assertThat(told).containsExactly(surroundings().orders().pool());
                em.close();
            });
            factory.createEntityManager().close();
        });

        assertThat(told).hasSize(1);
    }

    @Test
    @DisplayName("one whose announcement is refused doesn't join, and the transaction goes on")
    void refused() {
        xacts.run(() -> {
            insertUnchecked("outer");
            stack().listener(this, stack -> new JoiningContexts() {
                @Override
                public void joining(DataSource dataSource) {
                    throw new IllegalStateException("not here");
                }

                @Override
                public void failed(RuntimeException failure) {}
            });
            xacts.run(() -> {
                insertUnchecked("inner");
                assertThatThrownBy(factory::createEntityManager).hasStackTraceContaining("not here");
            });
        });

        assertThat(rows()).containsExactly("inner", "outer");
    }

    @Test
    @DisplayName("a session that was opened in the scope is emptied")
    void openedInside() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            EntityManager[] late = new EntityManager[1];
            undoneBehindMark(() -> {
                late[0] = factory.createEntityManager();
                late[0].find(Account.class, 1L).name = "inner";
                late[0].persist(new Account(2, "ghost"));
            });
            assertThat(late[0].find(Account.class, 2L)).isNull();
            late[0].find(Account.class, 1L).address.street = "outer";
            late[0].close();
        });

        assertThat(table("SELECT name, street FROM jpa_account")).containsExactly("before outer");
    }

    @Test
    @DisplayName("a session that held entities when it joined in the scope is what it was when it joined")
    void heldEntities() throws Exception {
        store(new Account(1, "before"));
        EntityManager extended = factory.createEntityManager();
        Account account = extended.find(Account.class, 1L);

        transaction(() -> {
            undoneBehindMark(() -> {
                extended.joinTransaction();
                account.name = "inner";
                extended.persist(new Account(2, "ghost"));
                extended.flush();
            });
            assertThat(extended.contains(account)).isTrue();
            assertThat(account.name).isEqualTo("before");
            account.address.street = "outer";
        });
        extended.close();

        assertThat(table("SELECT name, street FROM jpa_account")).containsExactly("before outer");
    }

    @Test
    @DisplayName("changes from before its joining are still to be written after the undo")
    void heldChanges() throws Exception {
        Account stored = new Account(1, "before");
        stored.tags.add("tag");
        store(stored);
        EntityManager extended = factory.createEntityManager();
        Account account = extended.find(Account.class, 1L);
        account.name = "changed outside";
        account.tags.add("added outside");

        transaction(() -> {
            undoneBehindMark(() -> {
                extended.joinTransaction();
                extended.flush();
                account.name = "inner";
            });
            assertThat(account.name).isEqualTo("changed outside");
        });
        extended.close();

        assertThat(table("SELECT name, version FROM jpa_account")).containsExactly("changed outside 1");
        assertThat(table("SELECT tags FROM Account_tags ORDER BY 1")).containsExactly("added outside", "tag");
    }

    @Test
    @DisplayName("a session that had actions queued when it joined in the scope can't be what it was, and says so")
    void heldActions() {
        EntityManager extended = factory.createEntityManager();
        extended.persist(new Account(1, "queued outside"));

        assertThatThrownBy(() -> transaction(() -> undoneBehindMark(extended::joinTransaction)))
                .isInstanceOf(XactRolledBackException.class)
                .hasMessageContaining("accounts");
        extended.close();

        assertThat(accounts()).isEmpty();
    }

    @Test
    @DisplayName("in a scope that begins after its joining, such a session follows")
    void heldActionsAndLaterScope() throws Exception {
        EntityManager extended = factory.createEntityManager();
        extended.persist(new Account(1, "queued outside"));

        transaction(() -> {
            extended.joinTransaction();
            undone(() -> {
                extended.find(Account.class, 1L).name = "inner";
                extended.flush();
            });
            assertThat(contexts.unfollowed()).isEmpty();
        });
        extended.close();

        assertThat(accounts()).containsExactly("1 queued outside");
    }

    @Test
    @DisplayName("a session that isn't joined is left alone")
    void notJoined() throws Exception {
        SessionFactory sessions = factory.unwrap(SessionFactory.class);
        Session alone = sessions.withOptions().autoJoinTransactions(false).openSession();
        store(new Account(1, "before"));

        transaction(() -> {
            Account account = alone.find(Account.class, 1L);
            undone(() -> account.name = "changed");
            assertThat(account.name).isEqualTo("changed");
        });
        alone.close();

        assertThat(accounts()).containsExactly("1 before");
    }

    @Test
    @DisplayName("a session that was closed in the transaction is flushed, and follows, until the transaction ends")
    void closed() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            EntityManager other = factory.createEntityManager();
            Account account = other.find(Account.class, 1L);
            account.name = "outer";
            other.close();
            undone(() -> account.name = "inner");
            assertThat(account.name).isEqualTo("outer");
        });

        assertThat(accounts()).containsExactly("1 outer");
    }

    @Test
    @DisplayName("a session whose flush mode is MANUAL follows, unless it has actions queued")
    void manual() throws Exception {
        store(new Account(1, "before"));

        transaction(() -> {
            session().setHibernateFlushMode(FlushMode.MANUAL);
            Account account = account(1);
            account.name = "held back";
            undone(() -> {
                account.name = "inner";
                em().flush();
            });
            assertThat(account.name).isEqualTo("held back");
            assertThat(contexts.unfollowed()).isEmpty();
            em().flush();
            em().persist(new Account(2, "queued"));
            assertThat(contexts.unfollowed()).singleElement().asString().contains("MANUAL");
            contexts.flush();
            assertThat(session().getActionQueue().hasAnyQueuedActions()).isTrue();
            Memento noted = contexts.note();
            em().flush();
            assertThatThrownBy(noted::restore)
                    .isInstanceOf(XactRolledBackException.class)
                    .hasMessageContaining("MANUAL");
            em().remove(account(2));
            em().flush();
        });

        assertThat(accounts()).containsExactly("1 held back");
    }

    @Test
    @DisplayName("statements that a stateless session has batched are written before the scope, or dropped with it")
    void stateless() throws Exception {
        transaction(() -> {
            StatelessSession session = factory.unwrap(SessionFactory.class).openStatelessSession();
            session.setJdbcBatchSize(10);
            session.insert(new Account(1, "outer"));
            undone(() -> session.insert(new Account(2, "inner")));
            session.insert(new Account(3, "after"));
        });

        assertThat(accounts()).containsExactly("1 outer", "3 after");
    }

    @Test
    @DisplayName("a stream of rows goes on while scopes inside it are undone")
    void stream() throws Exception {
        transaction(() -> {
            for (long id = 1; id <= 5; id++) {
                em().persist(new Account(id, "before"));
            }
        });

        transaction(() -> {
            List<Account> seen = new ArrayList<>();
            try (Stream<Account> accounts =
                    em().createQuery("from Account order by id", Account.class).getResultStream()) {
                for (Account account : (Iterable<Account>) accounts::iterator) {
                    seen.add(account);
                    undone(() -> {
                        account.name = "inner";
                        em().flush();
                    });
                    account.name = "outer";
                }
            }
            assertThat(seen).hasSize(5);
        });

        assertThat(accounts()).hasSize(5).allMatch(row -> row.endsWith("outer"));
    }

    @Test
    @DisplayName("a scope inside a callback of a flush or a load finds a session that can't follow")
    void busy() throws Exception {
        store(new Account(1, "one"));

        transaction(() -> {
            Account account = account(1);
            session().getPersistenceContext().setFlushing(true);
            assertThat(contexts.unfollowed()).singleElement().asString().contains("in the middle");
            contexts.flush();
            session().getPersistenceContext().setFlushing(false);
            account.name = "outer";
        });

        assertThat(accounts()).containsExactly("1 outer");
    }

    @Test
    @DisplayName("two sessions in one transaction")
    void two() throws Exception {
        transaction(() -> {
            EntityManager other = factory.createEntityManager();
            Account one = new Account(1, "one");
            Account two = new Account(2, "two");
            em().persist(one);
            other.persist(two);
            undone(() -> {
                one.name = "inner";
                two.name = "inner";
                em().flush();
                other.remove(two);
            });
            two.address.street = "outer";
            other.close();
        });

        assertThat(table("SELECT name, street FROM jpa_account ORDER BY id")).containsExactly("one ", "two outer");
    }

    @Test
    @DisplayName("where nothing has joined, there is nothing to follow")
    void nothing() throws Exception {
        assertThat(contexts.unfollowed()).isEmpty();
        contexts.note().restore();
        xacts.run(() -> {
            contexts.flush();
            contexts.note().restore();
            assertThat(contexts.unfollowed()).isEmpty();
        });
    }
}

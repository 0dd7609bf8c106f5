// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import jakarta.persistence.Cache;
import jakarta.persistence.EntityManager;
import org.hibernate.CacheMode;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The second-level cache never serves what was undone. */
@EveryProduct
class CacheTest extends JpaTest {

    CacheTest(Product product) {
        super(product, PersistenceUnit.CACHED);
    }

    private boolean isCached(long id) {
        Cache cache = factory.getCache();
        return cache.contains(Account.class, id);
    }

    @Test
    @DisplayName("the cache works: what a transaction without a scope stored is served")
    void cacheWorks() throws Exception {
        store(new Account(1, "one"));

        assertThat(isCached(1)).isTrue();
    }

    @Test
    @DisplayName("rows that were undone are not in it: inserted, or found after that")
    void ghosts() throws Exception {
        transaction(() -> {
            em().persist(new Account(9, "outer"));
            undone(() -> {
                em().persist(new Account(1, "ghost"));
                em().persist(new Account(2, "ghost"));
                em().flush();
                em().clear();
                account(2);
            });
        });

        assertThat(isCached(1)).isFalse();
        assertThat(isCached(2)).isFalse();
        transaction(() -> assertThat(em().find(Account.class, 1L)).isNull());
    }

    @Test
    @DisplayName("states that were undone are not in it")
    void ghostStates() throws Exception {
        store(new Account(1, "before"));
        transaction(() -> {
            Account account = account(1);
            undone(() -> {
                account.name = "ghost";
                account.add("ghost");
                em().flush();
            });
        });

        transaction(() -> {
            assertThat(account(1).name).isEqualTo("before");
            assertThat(account(1).lines).isEmpty();
        });
    }

    @Test
    @DisplayName("what the scope kept is read from the database, and then cached")
    void keptScope() throws Exception {
        store(new Account(1, "before"));
        transaction(() -> {
            Account account = account(1);
            kept(() -> {
                account.name = "kept";
                em().persist(new Account(2, "kept too"));
            });
            account.address.street = "outer";
        });

        transaction(() -> {
            assertThat(account(1).name).isEqualTo("kept");
            assertThat(account(1).address.street).isEqualTo("outer");
            assertThat(account(2).name).isEqualTo("kept too");
        });
        awaitCached(1);
    }

    /** A soft lock is passed over for the rest of its tick. */
    private void awaitCached(long id) throws Exception {
        for (int i = 0; i < 100 && !isCached(id); i++) {
            transaction(() -> account(id));
        }
        assertThat(isCached(id)).isTrue();
    }

    @Test
    @DisplayName("a session that joins inside a scope")
    void joinsInside() throws Exception {
        transaction(() -> undoneBehindMark(() -> {
            EntityManager late = factory.createEntityManager();
            late.persist(new Account(1, "ghost"));
            late.flush();
            assertThat(late.unwrap(Session.class).getCacheMode()).isEqualTo(CacheMode.GET);
            late.clear();
            late.find(Account.class, 1L);
            late.close();
        }));

        assertThat(isCached(1)).isFalse();
    }

    @Test
    @DisplayName("a session that joins inside a scope of another copy of our classes")
    void joinsInsideUnseen() throws Exception {
        transaction(() -> undone(() -> {
            EntityManager late = factory.createEntityManager();
            late.persist(new Account(1, "ghost"));
            late.flush();
            late.close();
        }));

        assertThat(isCached(1)).isFalse();
    }

    @Test
    @DisplayName("natural ids of rows that were undone are not in it")
    void naturalIds() throws Exception {
        transaction(() -> {
            undone(() -> {
                Account ghost = new Account(1, "ghost");
                ghost.code = "code";
                em().persist(ghost);
                em().flush();
            });
        });
        Account other = new Account(2, "real");
        other.code = "code";
        store(other);

        transaction(() -> assertThat(em().unwrap(Session.class)
                        .bySimpleNaturalId(Account.class)
                        .load("code"))
                .hasToString("real"));
    }

    @Test
    @DisplayName("the mode is put back when the transaction has ended")
    void modeIsPutBack() throws Exception {
        Session[] used = new Session[1];
        transaction(() -> {
            used[0] = em().unwrap(Session.class);
            undone(() -> assertThat(used[0].getCacheMode()).isEqualTo(CacheMode.GET));
            kept(() -> {});
            assertThat(used[0].getCacheMode()).isEqualTo(CacheMode.GET);
        });

        assertThat(used[0].getCacheMode()).isEqualTo(CacheMode.NORMAL);
    }
}

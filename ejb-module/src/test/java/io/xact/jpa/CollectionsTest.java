// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Collections after a nested scope was undone. */
@EveryProduct
class CollectionsTest extends JpaTest {

    CollectionsTest(Product product) {
        super(product);
    }

    @BeforeEach
    void fill() throws Exception {
        Account account = new Account(1, "one");
        account.add("line 1");
        account.add("line 2");
        account.tags.add("tag");
        account.prices.add(new Price(1));
        account.prices.add(new Price(2));
        account.labels.put("key", "value");
        account.address.phones.add("phone");
        Account friend = new Account(2, "two");
        account.friends.add(friend);
        transaction(() -> {
            em().persist(friend);
            em().persist(account);
        });
    }

    private static void initialize(Account account) {
        for (Object collection : collections(account)) {
            Hibernate.initialize(collection);
        }
    }

    private static List<Object> collections(Account account) {
        return List.of(
                account.lines, account.tags, account.prices, account.labels, account.address.phones, account.friends);
    }

    private void changeAll(Account account) {
        em().remove(account.lines.remove(0));
        account.add("inner");
        account.tags.add("inner");
        account.tags.remove("tag");
        account.prices.get(0).cents = 99;
        account.prices.add(0, new Price(3));
        account.labels.put("key", "inner");
        account.labels.put("inner", "inner");
        account.address.phones.set(0, "inner");
        account.friends.clear();
        account.friends.add(account);
    }

    private static void requireOriginal(Account account) {
        assertThat(account.lines).hasToString("[line 1, line 2]");
        assertThat(account.tags).containsExactly("tag");
        assertThat(account.prices).hasToString("[1, 2]");
        assertThat(account.labels).hasToString("{key=value}");
        assertThat(account.address.phones).containsExactly("phone");
        assertThat(account.friends).hasToString("[two]");
    }

    private void requireOriginalRows() {
        assertThat(lines()).containsExactly("1 line 1", "1 line 2");
        assertThat(table("SELECT tags FROM Account_tags")).containsExactly("tag");
        assertThat(table("SELECT prices_order, cents FROM Account_prices ORDER BY 1"))
                .containsExactly("0 1", "1 2");
        assertThat(table("SELECT labels_key, labels FROM Account_labels")).containsExactly("key value");
        assertThat(table("SELECT phones FROM Account_phones")).containsExactly("phone");
        assertThat(table("SELECT friends_id FROM jpa_account_jpa_account")).containsExactly("2");
    }

    @Test
    @DisplayName("collections that were initialised before have their elements back, in the same objects")
    void initializedBefore() throws Exception {
        transaction(() -> {
            Account account = account(1);
            initialize(account);
            List<Object> before = collections(account);
            undone(() -> {
                changeAll(account);
                em().flush();
                account.lines.clear();
                account.labels.clear();
            });
            requireOriginal(account);
            List<Object> after = collections(account);
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isSameAs(before.get(i));
            }
            account.name = "changed";
        });

        requireOriginalRows();
        assertThat(table("SELECT name, version FROM jpa_account WHERE id = 1")).containsExactly("changed 1");
    }

    @Test
    @DisplayName("collections that the scope initialised read from the database again")
    void initializedInside() throws Exception {
        transaction(() -> {
            Account account = account(1);
            undone(() -> {
                changeAll(account);
                em().flush();
            });
            assertThat(collections(account)).noneMatch(Hibernate::isInitialized);
            requireOriginal(account);
            account.add("outer");
            account.tags.add("outer");
            account.address.phones.add("outer");
        });

        assertThat(lines()).containsExactly("1 line 1", "1 line 2", "1 outer");
        assertThat(table("SELECT tags FROM Account_tags ORDER BY 1")).containsExactly("outer", "tag");
        assertThat(table("SELECT phones FROM Account_phones ORDER BY 1")).containsExactly("outer", "phone");
    }

    @Test
    @DisplayName("collections that the scope replaced are those from before")
    void replaced() throws Exception {
        transaction(() -> {
            Account account = account(1);
            initialize(account);
            List<Object> before = collections(account);
            undone(() -> {
                account.tags = new HashSet<>(List.of("inner"));
                account.prices = new ArrayList<>();
                account.address = new Address();
                em().flush();
                account.friends = new HashSet<>();
            });
            requireOriginal(account);
            assertThat(collections(account)).usingRecursiveComparison().isEqualTo(before);
            account.prices.get(1).cents = 20;
        });

        assertThat(table("SELECT cents FROM Account_prices ORDER BY 1")).containsExactly("1", "20");
        assertThat(table("SELECT tags FROM Account_tags")).containsExactly("tag");
    }

    @Test
    @DisplayName("later changes to collections are kept, each of them once")
    void changedAfterwards() throws Exception {
        transaction(() -> {
            Account account = account(1);
            initialize(account);
            undone(() -> {
                changeAll(account);
                em().flush();
            });
            account.lines.remove(0);
            account.add("outer");
            account.tags.add("outer");
            account.prices.remove(0);
            account.labels.put("key", "outer");
            account.friends.clear();
        });

        assertThat(lines()).containsExactly("1 line 2", "1 outer");
        assertThat(table("SELECT tags FROM Account_tags ORDER BY 1")).containsExactly("outer", "tag");
        assertThat(table("SELECT prices_order, cents FROM Account_prices")).containsExactly("0 2");
        assertThat(table("SELECT labels_key, labels FROM Account_labels")).containsExactly("key outer");
        assertThat(table("SELECT friends_id FROM jpa_account_jpa_account")).isEmpty();
    }

    @Test
    @DisplayName("orphans that the scope made are managed again")
    void orphans() throws Exception {
        transaction(() -> {
            Account account = account(1);
            Line line = account.lines.get(0);
            undone(() -> {
                account.lines.remove(line);
                em().flush();
                account.lines.clear();
            });
            assertThat(em().contains(line)).isTrue();
            line.text = "line 1a";
        });

        assertThat(lines()).containsExactly("1 line 1a", "1 line 2");
    }

    @Test
    @DisplayName("additions to a collection that nobody has read are dropped")
    void queuedAdditions() throws Exception {
        transaction(() -> {
            Account account = account(1);
            undone(() -> account.add("inner"));
            assertThat(account.lines).hasSize(2);
            account.add("outer");
        });

        assertThat(lines()).containsExactly("1 line 1", "1 line 2", "1 outer");
    }

    @Test
    @DisplayName("additions from before the scope, to a collection that nobody has read, are kept")
    void queuedBefore() throws Exception {
        transaction(() -> {
            Account account = account(1);
            account.add("outer");
            undone(() -> account.add("inner"));
        });

        assertThat(lines()).containsExactly("1 line 1", "1 line 2", "1 outer");
    }

    @Test
    @DisplayName("collections of an owner that the scope removed")
    void ownerRemoved() throws Exception {
        transaction(() -> {
            Account account = account(1);
            initialize(account);
            undone(() -> {
                em().remove(account);
                em().flush();
            });
            requireOriginal(account);
            account.tags.add("outer");
        });

        assertThat(lines()).containsExactly("1 line 1", "1 line 2");
        assertThat(table("SELECT tags FROM Account_tags ORDER BY 1")).containsExactly("outer", "tag");
    }

    @Test
    @DisplayName("scopes in scopes: what the inner one undid, the outer one undoes too")
    void nested() throws Exception {
        transaction(() -> {
            Account account = account(1);
            undone(() -> {
                Hibernate.initialize(account.tags);
                undone(() -> changeAll(account));
                requireOriginal(account);
                changeAll(account);
                em().flush();
                kept(() -> account.tags.add("kept"));
                undone(() -> account.tags.clear());
                assertThat(account.tags).containsExactlyInAnyOrder("inner", "kept");
            });
            requireOriginal(account);
        });

        requireOriginalRows();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import jakarta.persistence.LockModeType;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is rarely mapped, after a nested scope was undone. */
@EveryProduct
class OddityTest extends JpaTest {

    OddityTest(Product product) {
        super(product, Map.of("hibernate.use_identifier_rollback", "true"));
    }

    @BeforeEach
    void fill() throws Exception {
        for (String table : List.of("Oddity_array", "Oddity_bag", "jpa_oddity", "jpa_fixed")) {
            surroundings().orders().execute("DELETE FROM " + table);
        }
        transaction(() -> {
            em().persist(new Oddity(1));
            em().persist(new Oddity.Fixed(1, "fixed"));
        });
    }

    private Oddity oddity() {
        return Objects.requireNonNull(em().find(Oddity.class, 1L));
    }

    @Test
    @DisplayName("an array has its elements back, in the same array")
    void array() throws Exception {
        transaction(() -> {
            Oddity oddity = oddity();
            String[] array = oddity.array;
            undone(() -> {
                array[0] = "inner";
                em().flush();
                oddity.array = new String[] {"another"};
                em().flush();
            });
            assertThat(oddity.array).isSameAs(array).containsExactly("a", "b");
            oddity.array[1] = "outer";
        });

        assertThat(table("SELECT element FROM Oddity_array ORDER BY array_order"))
                .containsExactly("a", "outer");
    }

    @Test
    @DisplayName("a bag with ids that the scope changed is read again; an unchanged one is left alone")
    void bagWithIds() throws Exception {
        transaction(() -> {
            Oddity oddity = oddity();
            Hibernate.initialize(oddity.bag);
            Object before = oddity.bag;
            undone(() -> em().flush());
            assertThat(oddity.bag).isSameAs(before);
            undone(() -> {
                oddity.bag.remove("x");
                oddity.bag.add("inner");
                em().flush();
            });
            assertThat(oddity.bag).containsExactly("x", "x");
            oddity.bag.add("outer");
        });

        assertThat(table("SELECT bag FROM Oddity_bag ORDER BY bag_id")).containsExactly("x", "x", "outer");
    }

    @Test
    @DisplayName("a record, and what was changed in it")
    @SuppressWarnings("JavaUtilDate") // the mutable type that Hibernate knows by itself
    void record() throws Exception {
        transaction(() -> {
            Oddity oddity = oddity();
            Oddity.Part part = oddity.part;
            undone(() -> {
                oddity.part = new Oddity.Part("inner", new Date(2000));
                em().flush();
            });
            assertThat(oddity.part).isSameAs(part);
            undone(() -> {
                part.since().setTime(2000);
                em().flush();
            });
            assertThat(oddity.part.since()).hasTime(1000);
            oddity.array[0] = "outer";
        });

        assertThat(table("SELECT partName FROM jpa_oddity")).containsExactly("before");
    }

    @Test
    @DisplayName("an entity whose generated id was taken back when the scope removed it")
    void identifierRollback() throws Exception {
        Account account = new Account(1, "one");
        store(account);

        transaction(() -> {
            Line line = new Line(account(1), "line");
            em().persist(line);
            undone(() -> {
                em().remove(line);
                em().flush();
                assertThat(line.id).isNull();
            });
            assertThat(line.id).isNotNull();
            line.text = "outer";
        });

        assertThat(lines()).containsExactly("1 outer");
    }

    @Test
    @DisplayName("an immutable entity that the scope removed")
    void immutable() throws Exception {
        transaction(() -> {
            Oddity.Fixed fixed = Objects.requireNonNull(em().find(Oddity.Fixed.class, 1L));
            undone(() -> {
                fixed.name = "inner";
                em().remove(fixed);
                em().flush();
                em().persist(new Oddity.Fixed(2, "ghost"));
            });
            assertThat(em().contains(fixed)).isTrue();
            assertThat(fixed.name).isEqualTo("fixed");
        });

        assertThat(table("SELECT id, name FROM jpa_fixed")).containsExactly("1 fixed");
    }

    @Test
    @DisplayName("entities are read-only by default if they were so before")
    void readOnlyByDefault() throws Exception {
        transaction(() -> {
            undone(() -> session().setDefaultReadOnly(true));
            assertThat(session().isDefaultReadOnly()).isFalse();
            oddity().array[0] = "outer";
        });

        assertThat(table("SELECT id FROM jpa_oddity")).containsExactly("1");
    }

    @Test
    @DisplayName("an optimistic lock that the scope took does not fail the commit")
    void optimisticLock() throws Exception {
        store(new Account(1, "one"));

        transaction(() -> {
            Account account = account(1);
            undone(() -> {
                account.name = "inner";
                em().lock(account, LockModeType.OPTIMISTIC);
                em().flush();
            });
            account.name = "outer";
        });

        assertThat(table("SELECT name, version FROM jpa_account")).containsExactly("outer 1");
    }
}

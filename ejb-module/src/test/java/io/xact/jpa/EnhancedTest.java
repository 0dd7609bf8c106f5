// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import org.hibernate.Hibernate;
import org.hibernate.engine.internal.ManagedTypeHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entities with enhanced bytecode after a nested scope was undone. */
@EveryProduct
class EnhancedTest extends JpaTest {

    private final EntityManagerFactory enhanced;

    EnhancedTest(Product product) {
        super(product);
        enhanced = PersistenceUnit.enhancedOn(surroundings().orders());
    }

    @BeforeEach
    void fill() throws Exception {
        surroundings().orders().execute("DELETE FROM jpa_enhanced");
        surroundings()
                .orders()
                .execute("INSERT INTO jpa_enhanced (id, version, name, text) VALUES (1, 0, 'name', 'text')");
    }

    private interface Work {
        void with(EntityManager em) throws Exception;
    }

    private void enhanced(Work work) throws Exception {
        transaction(() -> {
            try (EntityManager em = enhanced.createEntityManager()) {
                work.with(em);
            }
        });
    }

    private static Class<?> type(EntityManager em) {
        return em.getMetamodel().getEntities().iterator().next().getJavaType();
    }

    private static Enhanceable find(EntityManager em) {
        Object found = Objects.requireNonNull(em.find(type(em), 1L));
        assertThat(ManagedTypeHelper.isSelfDirtinessTracker(found)).isTrue();
        return (Enhanceable) found;
    }

    private void requireRow(String row) {
        assertThat(table("SELECT name, text, version FROM jpa_enhanced")).containsExactly(row);
    }

    @Test
    @DisplayName("changed in the scope, and changed again after it")
    void changed() throws Exception {
        enhanced(em -> {
            Enhanceable entity = find(em);
            undone(() -> {
                entity.setName("inner");
                em.flush();
                entity.setName("inner again");
            });
            assertThat(entity.getName()).isEqualTo("name");
            em.flush();
            assertThat(entity).as("nothing is dirty").hasToString("1 0");
            entity.setName("outer");
        });

        requireRow("outer text 1");
    }

    @Test
    @DisplayName("a lazy property that the scope loaded is loaded again")
    void lazyProperty() throws Exception {
        enhanced(em -> {
            Enhanceable entity = find(em);
            undone(() -> {
                em.createNativeQuery("UPDATE jpa_enhanced SET text = 'inner'").executeUpdate();
                assertThat(entity.getText()).isEqualTo("inner");
                entity.setText("inner too");
            });
            assertThat(Hibernate.isPropertyInitialized(entity, "text")).isFalse();
            assertThat(entity.getText()).isEqualTo("text");
            entity.setName("outer");
        });

        requireRow("outer text 1");
    }

    @Test
    @DisplayName("a lazy property that was loaded before the scope")
    void loadedProperty() throws Exception {
        enhanced(em -> {
            Enhanceable entity = find(em);
            assertThat(entity.getText()).isEqualTo("text");
            undone(() -> {
                entity.setText("inner");
                em.flush();
            });
            assertThat(entity.getText()).isEqualTo("text");
            entity.setText("outer");
        });

        requireRow("name outer 1");
    }

    @Test
    @DisplayName("an entity that stood for itself, and was loaded in the scope")
    void proxy() throws Exception {
        enhanced(em -> {
            Enhanceable entity = (Enhanceable) em.getReference(type(em), 1L);
            undone(() -> {
                entity.setName("inner");
                assertThat(entity.getText()).isEqualTo("text");
                em.flush();
            });
            assertThat(entity.getName()).isEqualTo("name");
            entity.setName("outer");
        });

        requireRow("outer text 1");
    }
}

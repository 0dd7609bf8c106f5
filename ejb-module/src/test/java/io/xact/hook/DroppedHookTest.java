// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks go with the scope that is rolled back. */
@EveryProduct
class DroppedHookTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    DroppedHookTest(Product product) {
        super(product);
    }

    private void insertAndHook(String name) throws SQLException {
        insert(name);
        xacts.onCommit(() -> ran.add(name));
    }

    @Test
    @DisplayName("I7 a hook of a transaction that is rolled back doesn't run")
    void droppedWithTheTransaction() {
        failing(() -> insertAndHook("a"));

        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("I9 hooks of a scope that is rolled back are dropped; the others run in order")
    void droppedWithTheirScope() throws SQLException {
        xacts.run(() -> {
            xacts.run(() -> insertAndHook("1"));
            failing(() -> insertAndHook("2"));
            xacts.run(() -> insertAndHook("3"));
        });

        assertThat(ran).containsExactly("1", "3");
        assertThat(rows()).containsExactly("1", "3");
    }

    @Test
    @DisplayName("I10 if the outermost scope fails no hook runs, not even one of a nested scope that ended well")
    void outerFailureDropsInnerHooks() {
        failing(() -> xacts.run(() -> insertAndHook("inner")));

        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("I11 a hook two levels down is dropped with the middle one; hooks registered later run")
    void droppedWithTheMiddleLevel() throws SQLException {
        xacts.run(() -> {
            insertAndHook("outer");
            failing(() -> {
                insertAndHook("middle");
                xacts.run(() -> insertAndHook("inner"));
            });
            insertAndHook("later");
            xacts.run(() -> insertAndHook("later nested"));
        });

        assertThat(ran).containsExactly("outer", "later", "later nested");
        assertThat(rows()).containsExactly("later", "later nested", "outer");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("I12 a merged scope's failure drops the hooks of the scope that it dooms, and of no other")
    void mergedFailureDropsHooksAround(Form form) throws SQLException {
        xacts.run(() -> {
            insertAndHook("outermost");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertAndHook("nested");
                        assertThatThrownBy(() -> form.merged(surroundings()).run(() -> {
                                    insertAndHook("merged");
                                    throw new IllegalStateException("merged");
                                }))
                                .hasMessage("merged");
                    }))
                    .isInstanceOf(XactRolledBackException.class);
        });

        assertThat(ran).containsExactly("outermost");
        assertThat(rows()).containsExactly("outermost");
    }

    @Test
    @DisplayName("I13 a scope that is rolled back leaves the hooks registered before it alone")
    void earlierHooksAreLeftAlone() throws SQLException {
        xacts.run(() -> {
            xacts.run(() -> insertAndHook("sibling"));
            insertAndHook("outer");
            failing(() -> insertAndHook("undone"));
        });

        assertThat(ran).containsExactly("sibling", "outer");
        assertThat(rows()).containsExactly("outer", "sibling");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("I24 rolling back to any of the savepoints that were open at its registration drops a hook")
    void droppedWithAnyLevel(int failingLevel) {
        Throwable thrown = catchThrowable(() -> level(1, failingLevel));

        assertThat(thrown == null).as("nothing came out").isEqualTo(failingLevel > 1);
        assertThat(ran).containsExactlyElementsOf(List.of("1", "2", "3").subList(0, failingLevel - 1));
        assertThat(rows()).containsExactlyElementsOf(ran);
    }

    private void level(int level, int failingLevel) throws SQLException {
        xacts.run(() -> {
            insertAndHook(String.valueOf(level));
            if (level < 3) {
                levelInside(level + 1, failingLevel);
            }
            if (level == failingLevel) {
                throw new IllegalStateException("level " + level);
            }
        });
    }

    private void levelInside(int level, int failingLevel) throws SQLException {
        if (level == failingLevel) {
            assertThatThrownBy(() -> level(level, failingLevel)).hasMessage("level " + level);
        } else {
            level(level, failingLevel);
        }
    }

    @Test
    @DisplayName("I24 a savepoint by hand counts too: hooks since are dropped, of scopes that ended well as well")
    void droppedWithSavepointByHand() throws SQLException {
        xacts.run(() -> {
            insertAndHook("before");
            XactSavepoint savepoint = xacts.savepoint();
            insertAndHook("since");
            xacts.run(() -> insertAndHook("nested since"));
            xacts.rollbackTo(savepoint);
            insertAndHook("after");
        });

        assertThat(ran).containsExactly("before", "after");
        assertThat(rows()).containsExactly("after", "before");
    }

    @Test
    @DisplayName("K6 a Rollback drops the hooks of the scope that it ends, and no others")
    void rollbackDropsHooks() throws SQLException {
        xacts.run(() -> {
            insertAndHook("outer");
            xacts.run(() -> {
                insertAndHook("nested");
                xacts.run(() -> insertAndHook("inside"));
                throw new Rollback();
            });
            insertAndHook("after");
        });
        xacts.run(() -> {
            insertAndHook("outermost");
            throw new Rollback();
        });

        assertThat(ran).containsExactly("outer", "after");
        assertThat(rows()).containsExactly("after", "outer");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A transaction of its own, inside another. */
@EveryProduct
class RequiresNewTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    RequiresNewTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("Q4 it has a stack, hooks and an outcome of its own, whatever becomes of what is suspended")
    void hasItsOwnOutcome() {
        failing(() -> {
            insert("outer");
            xacts.onCommit(() -> ran.add("outer"));
            xacts.run(() -> {
                xacts.with().requiresNew(true).run(() -> {
                    assertThat(xacts.depth()).isEqualTo(1);
                    insert("own");
                    xacts.onCommit(() -> ran.add("own"));
                });
                assertThat(ran).containsExactly("own");
                assertThat(xacts.depth()).isEqualTo(2);
            });
        });

        assertThat(ran).containsExactly("own");
        assertThat(rows()).containsExactly("own");
    }

    @Test
    @DisplayName("Q4 its failure, its flag and its hooks are nothing to the outer scopes, which go on and commit")
    void failureStaysInside() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            xacts.run(() -> {
                insert("nested");
                xacts.onCommit(() -> ran.add("nested"));
                failing(xacts.with().requiresNew(true), () -> {
                    insert("own");
                    xacts.onCommit(() -> ran.add("own"));
                });
                xacts.with().requiresNew(true).run(() -> xacts.setRollback(true));
                assertThat(xacts.isRollback()).isFalse();
                insert("after");
            });
        });

        assertThat(ran).containsExactly("nested");
        assertThat(rows()).containsExactly("after", "nested", "outermost");
    }

    @Test
    @DisplayName("Q4 scopes nest in it, by savepoints of its own")
    void hasItsOwnSavepoints() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("nested");
                xacts.with().requiresNew(true).run(() -> {
                    insert("own");
                    failing(() -> insert("undone in it"));
                });
            });
            failing(() -> insert("undone outside"));
        });

        assertThat(rows()).containsExactly("nested", "outer", "own");
    }

    @Test
    @DisplayName("a doomed outer scope is no obstacle to it")
    void inDoomedScope() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    assertThatThrownBy(() -> insert("outer")).isInstanceOf(SQLException.class);
                    xacts.with().requiresNew(true).run(() -> insert("own"));
                }))
                .hasCauseInstanceOf(SQLException.class);

        assertThat(rows()).containsExactly("own");
    }
}

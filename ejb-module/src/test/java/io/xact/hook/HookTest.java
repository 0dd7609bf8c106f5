// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hook;

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

/** A hook waits for the outermost commit. */
@EveryProduct
class HookTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    HookTest(Product product) {
        super(product);
    }

    private void insertAndHook(String name) throws SQLException {
        insert(name);
        xacts.onCommit(() -> ran.add(name));
    }

    @Test
    @DisplayName("I1 without a transaction a hook runs at once, before onCommit returns")
    void runsAtOnceWithoutTransaction() {
        xacts.onCommit(() -> ran.add("a"));

        assertThat(ran).containsExactly("a");
    }

    @Test
    @DisplayName("I1 and a failure comes out to the caller")
    void failsAtOnceWithoutTransaction() {
        IllegalStateException failure = new IllegalStateException("hook");
        assertThatThrownBy(() -> xacts.onCommit(() -> {
                    throw failure;
                }))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
    }

    @Test
    @DisplayName("I6 a hook runs after the commit, when others can see the data")
    void waitsForCommit() throws SQLException {
        List<List<String>> seen = new ArrayList<>();

        xacts.run(() -> {
            xacts.onCommit(() -> seen.add(rows()));
            insert("a");
            assertThat(seen).as("before the commit").isEmpty();
        });

        assertThat(seen).containsExactly(List.of("a"));
    }

    @Test
    @DisplayName("I6 a hook runs outside any transaction and scope")
    void runsOutsideTransaction() {
        List<Object> found = new ArrayList<>();

        xacts.run(() -> xacts.onCommit(() -> {
            found.add(xacts.isActive());
            found.add(xacts.depth());
        }));

        assertThat(found).containsExactly(false, 0);
    }

    @Test
    @DisplayName("I8 a hook of a nested or merged scope waits for the outermost commit")
    void waitsForOutermostCommit() throws SQLException {
        xacts.run(() -> {
            xacts.run(() -> {
                xacts.run(() -> insertAndHook("innermost"));
                assertThat(ran).as("at the innermost edge").isEmpty();
            });
            xacts.with().savepoint(false).run(() -> insertAndHook("merged"));
            assertThat(ran).as("at the inner edges").isEmpty();
            insertAndHook("outer");
        });

        assertThat(ran).containsExactly("innermost", "merged", "outer");
        assertThat(rows()).containsExactly("innermost", "merged", "outer");
    }

    @Test
    @DisplayName("I14 hooks run in the order of their registration, whatever the level")
    void runInOrder() {
        xacts.run(() -> {
            xacts.onCommit(() -> ran.add("1"));
            xacts.run(() -> {
                xacts.onCommit(() -> ran.add("2"));
                xacts.run(() -> xacts.onCommitRobust(() -> ran.add("3")));
                xacts.onCommit(() -> ran.add("4"));
            });
            xacts.with().savepoint(false).run(() -> xacts.onCommit(() -> ran.add("5")));
            xacts.onCommit(() -> ran.add("6"));
        });

        assertThat(ran).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    @DisplayName("I15 a hook never runs twice")
    void runsOnce() throws SQLException {
        xacts.run(() -> xacts.run(() -> insertAndHook("a")));
        xacts.run(() -> insertAndHook("b"));
        xacts.run(() -> {});
        failing(() -> insertAndHook("c"));

        assertThat(ran).containsExactly("a", "b");
        assertThat(rows()).containsExactly("a", "b");
    }

    @Test
    @DisplayName("I16 a hook of a transaction that was rolled back never turns up in the next")
    void neverLeaksIntoTheNext() throws SQLException {
        failing(() -> insertAndHook("thrown"));
        xacts.run(() -> {
            insertAndHook("flagged");
            xacts.setRollback(true);
        });
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAndHook("doomed");
                    assertThatThrownBy(() -> insert("doomed")).isInstanceOf(SQLException.class);
                }))
                .hasCauseInstanceOf(SQLException.class);
        xacts.run(() -> insertAndHook("next"));

        assertThat(ran).containsExactly("next");
        assertThat(rows()).containsExactly("next");
    }

    @Test
    @DisplayName("I23 a hook that is null is refused when it is registered, in a scope or outside, and harms nothing")
    void nullIsRefused() throws SQLException {
        assertNullIsRefused();
        xacts.run(() -> {
            assertNullIsRefused();
            insertAndHook("a");
        });

        assertThat(ran).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @SuppressWarnings("NullAway") // what a caller without that check may do
    private void assertNullIsRefused() {
        assertThatThrownBy(() -> xacts.onCommit(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("hook");
        assertThatThrownBy(() -> xacts.onCommitRobust(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> xacts.onRollback(null)).isInstanceOf(NullPointerException.class);
    }
}

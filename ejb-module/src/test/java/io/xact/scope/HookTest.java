// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.XactCommittedException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hooks run after the outermost commit, and go with the scope that is rolled back. */
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

    private void failing(String name) {
        IllegalStateException failure = new IllegalStateException(name);
        assertThat(catchThrowable(() -> xacts.run(() -> {
                    insertAndHook(name);
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    @DisplayName("I1 without a transaction a hook runs at once")
    void runsAtOnceWithoutTransaction() {
        xacts.onCommit(() -> ran.add("a"));

        assertThat(ran).containsExactly("a");
    }

    @Test
    @DisplayName("I6 a hook waits for the commit, and sees what is committed")
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
    @DisplayName("I7 a hook of a transaction that is rolled back doesn't run")
    void droppedOnRollback() {
        failing("a");

        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("I8 a hook of a nested scope waits for the outermost commit")
    void waitsForOutermostCommit() throws SQLException {
        xacts.run(() -> {
            xacts.run(() -> insertAndHook("inner"));
            assertThat(ran).as("at the inner edge").isEmpty();
            insertAndHook("outer");
        });

        assertThat(ran).containsExactly("inner", "outer");
        assertThat(rows()).containsExactly("inner", "outer");
    }

    @Test
    @DisplayName("I9 hooks of a scope that is rolled back are dropped, the others run in order")
    void droppedWithTheirScope() throws SQLException {
        xacts.run(() -> {
            xacts.run(() -> insertAndHook("1"));
            failing("2");
            xacts.run(() -> insertAndHook("3"));
        });

        assertThat(ran).containsExactly("1", "3");
        assertThat(rows()).containsExactly("1", "3");
    }

    @Test
    @DisplayName("I10 no hook of a transaction that fails runs, not even of a scope that ended well")
    void outerFailureDropsInnerHooks() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    xacts.run(() -> insertAndHook("inner"));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");

        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a failing hook comes out as it is, says that the data is committed, and drops the hooks behind it")
    void failingHookComesOut() {
        IllegalStateException failure = new IllegalStateException("hook");

        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insertAndHook("a");
            xacts.onCommit(() -> {
                throw failure;
            });
            insertAndHook("b");
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(thrown.getSuppressed()).hasOnlyElementsOfType(XactCommittedException.class);
        assertThat(thrown.getSuppressed()).hasSize(1);
        assertThat(ran).containsExactly("a");
        assertThat(rows()).containsExactly("a", "b");
    }

    @Test
    @DisplayName("a failing robust hook lets the next one run")
    void robustHookFailsAlone() {
        xacts.run(() -> {
            xacts.onCommitRobust(() -> {
                ran.add("robust");
                throw new IllegalStateException("robust");
            });
            xacts.onCommit(() -> ran.add("next"));
        });

        assertThat(ran).containsExactly("robust", "next");
    }

    @Test
    @DisplayName(
            "I1 I2 without a transaction a robust hook runs at once, fails silently, and an onRollback hook is ignored")
    void otherHooksWithoutTransaction() {
        xacts.onCommitRobust(() -> {
            ran.add("robust");
            throw new IllegalStateException("robust");
        });
        xacts.onRollback(() -> ran.add("rollback"));

        assertThat(ran).containsExactly("robust");
    }

    @Test
    @DisplayName("I16 a hook runs once, and never leaks into the next transaction")
    void runsOnce() {
        xacts.run(() -> xacts.onCommit(() -> ran.add("first")));
        xacts.run(() -> {
            xacts.onRollback(() -> ran.add("dropped"));
            xacts.setRollback(true);
        });
        xacts.run(() -> {});

        assertThat(ran).containsExactly("first", "dropped");
    }

    @Test
    @DisplayName("onRollback hooks run after the undo, newest first, outside the transaction")
    void rollbackHooksRunAfterUndo() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("inner");
                        xacts.onRollback(() -> ran.add("older, depth " + xacts.depth()));
                        xacts.onRollback(() -> ran.add("newer, active " + xacts.isActive()));
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            assertThat(ran).containsExactly("newer, active false", "older, depth 0");
            assertThat(xacts.depth()).as("back in the transaction").isEqualTo(1);
        });

        assertThat(rows()).containsExactly("outer");
    }
}

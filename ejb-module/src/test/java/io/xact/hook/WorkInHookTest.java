// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a hook can do itself. */
@EveryProduct
class WorkInHookTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    WorkInHookTest(Product product) {
        super(product);
    }

    private List<String> names() {
        try {
            return items.names();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("I19 a hook can read what was committed, on a connection that is not of the finished branch")
    void reads() throws SQLException {
        xacts.run(() -> {
            insert("a");
            xacts.onCommit(() -> ran.addAll(names()));
        });

        assertThat(ran).containsExactly("a");
        assertThat(wire().sent(call -> call.startsWith("xa ") || call.startsWith("SELECT")))
                .as("read after the commit, in no branch")
                .containsExactly("xa start", "xa end", "xa commit", "SELECT name FROM item ORDER BY name");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("I20 a hook can open a scope, which commits, and in which others nest")
    void opensScope() throws SQLException {
        xacts.run(() -> {
            insert("a");
            xacts.onCommit(() -> xacts.run(() -> {
                assertThat(xacts.depth()).isEqualTo(1);
                insertUnchecked("hook");
                xacts.run(() -> insertUnchecked("nested in hook"));
                failing(() -> insert("undone in hook"));
            }));
        });

        assertThat(rows()).containsExactly("a", "hook", "nested in hook");
        assertThat(wire().sent(call -> call.equals("xa commit"))).hasSize(2);
    }

    @Test
    @DisplayName("I20 a scope that fails in a hook is rolled back alone, and what it threw comes out of the hook")
    void scopeInHookFails() throws SQLException {
        xacts.run(() -> {
            insert("a");
            xacts.onCommitRobust(() -> xacts.run(() -> {
                insertUnchecked("undone");
                throw new IllegalStateException("in the hook");
            }));
            xacts.onCommit(() -> ran.add("next"));
        });

        assertThat(ran).containsExactly("next");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("I21 hooks of a hook's own scope run when that has committed, before the next outer hook")
    void hooksInHooks() {
        xacts.run(() -> {
            xacts.onCommit(() -> hookThatHooks("1"));
            xacts.onCommit(() -> hookThatHooks("2"));
        });

        assertThat(ran).containsExactly("1", "11, sees 1", "2", "12, sees 2");
        assertThat(rows()).containsExactly("1", "2");
    }

    private void hookThatHooks(String name) {
        xacts.run(() -> {
            xacts.onCommit(() -> ran.add("1" + name + ", sees " + lastRow()));
            insertUnchecked(name);
            ran.add(name);
        });
    }

    private String lastRow() {
        List<String> rows = rows();
        return rows.get(rows.size() - 1);
    }

    @Test
    @DisplayName("I21 a hook that a hook registers without a scope runs at once")
    void hookInHookWithoutScope() {
        xacts.run(() -> {
            xacts.onCommit(() -> {
                xacts.onCommit(() -> ran.add("inner"));
                ran.add("outer");
            });
            xacts.onCommit(() -> ran.add("next"));
        });

        assertThat(ran).containsExactly("inner", "outer", "next");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.Rollback;
import io.xact.support.EveryProduct;
import io.xact.support.LogLines;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hooks that run when their scope is rolled back; while the process lives, that is. */
@EveryProduct
class RollbackHookTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    RollbackHookTest(Product product) {
        super(product);
    }

    private void hook(String name) {
        xacts.onRollback(() -> ran.add(name));
    }

    @Test
    @DisplayName("I25 they run after the undo of their scope, before control leaves its edge, newest first")
    void runAfterUndo() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            failing(() -> {
                insert("inner");
                hook("older");
                xacts.onRollback(() -> ran.add(
                        "newer, after " + wire().savepointStatements().get(1).substring(0, 11)));
            });
            assertThat(ran).containsExactly("newer, after ROLLBACK TO", "older");
        });

        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("I25 outside any transaction, which is there again behind them")
    void runOutsideTransaction() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            failing(() -> {
                xacts.onRollback(() -> ran.add("active " + xacts.isActive() + ", depth " + xacts.depth()));
                xacts.onRollback(() -> xacts.run(() -> insertUnchecked("of a hook")));
            });
            assertThat(rows()).as("committed by the hook alone").containsExactly("of a hook");
            assertThat(xacts.depth()).isEqualTo(1);
        });

        assertThat(ran).containsExactly("active false, depth 0");
        assertThat(rows()).containsExactly("of a hook", "outer");
    }

    @Test
    @DisplayName(
            "I25 of the outermost scope they run when its transaction has ended, with those of scopes that ended well")
    void runWithTheOutermostScope() {
        failing(() -> {
            insert("a");
            hook("outer");
            xacts.run(() -> hook("nested"));
            xacts.onRollback(() ->
                    ran.add("newest, after " + wire().sent().get(wire().sent().size() - 1)));
        });

        assertThat(ran).containsExactly("newest, after xa rollback", "nested", "outer");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("I25 whatever rolls back: a Rollback, the flag")
    void runOnEveryRollback() {
        xacts.run(() -> {
            hook("rollback");
            throw new Rollback();
        });
        xacts.run(() -> {
            hook("flag");
            xacts.setRollback(true);
        });

        assertThat(ran).containsExactly("rollback", "flag");
    }

    @Test
    @DisplayName("I25 each once, and none after a commit, nor without a transaction")
    void runOnceOrNever() {
        hook("no transaction");
        failing(() -> {
            failing(() -> hook("nested"));
            hook("outer");
        });
        xacts.run(() -> hook("committed"));
        xacts.run(() -> {});

        assertThat(ran).containsExactly("nested", "outer");
    }

    @Test
    @DisplayName("I25 a failure, even an Error, is logged and hides nothing; the next ones run")
    void failureIsLogged() {
        AssertionError failure = new AssertionError("hook");
        try (LogLines lines = LogLines.from(Level.INFO)) {
            failing(() -> {
                hook("older");
                xacts.onRollback(() -> {
                    throw failure;
                });
                hook("newer");
            });

            assertThat(ran).containsExactly("newer", "older");
            assertThat(lines.records())
                    .singleElement()
                    .satisfies(line -> assertThat(line.getThrown()).isSameAs(failure))
                    .satisfies(line -> assertThat(line.getMessage()).contains(RollbackHookTest.class.getName()));
        }
    }
}

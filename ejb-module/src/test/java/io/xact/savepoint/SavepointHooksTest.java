// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of hooks when a scope is rolled back to a savepoint by hand. */
@EveryProduct
class SavepointHooksTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    SavepointHooksTest(Product product) {
        super(product);
    }

    private void hooks(String name) {
        xacts.onCommit(() -> ran.add("commit " + name));
        xacts.onRollback(() -> ran.add("rollback " + name));
    }

    @Test
    @DisplayName("I24 commit hooks since are dropped, rollback hooks since run once; those from before are left alone")
    void droppedAndRun() {
        xacts.run(() -> {
            hooks("before");
            XactSavepoint savepoint = xacts.savepoint();
            hooks("since");
            xacts.run(() -> hooks("nested since"));
            xacts.rollbackTo(savepoint);
            assertThat(ran).containsExactly("rollback nested since", "rollback since");
            xacts.rollbackTo(savepoint);
            hooks("after");
        });

        assertThat(ran).containsExactly("rollback nested since", "rollback since", "commit before", "commit after");
    }

    @Test
    @DisplayName("I25 rollback hooks run after the undo, outside the transaction, newest first")
    void runAfterTheUndo() throws Exception {
        xacts.run(() -> {
            insert("before");
            XactSavepoint savepoint = xacts.savepoint();
            insert("since");
            xacts.onRollback(() -> ran.add("older, depth " + xacts.depth()));
            xacts.onRollback(() -> ran.add(
                    "newer, after " + wire().savepointStatements().get(1).substring(0, 11)));
            xacts.rollbackTo(savepoint);
            assertThat(ran).containsExactly("newer, after ROLLBACK TO", "older, depth 0");
        });

        assertThat(rows()).containsExactly("before");
    }

    @Test
    @DisplayName("in a doomed scope too")
    void inDoomedScope() {
        xacts.run(() -> {
            XactSavepoint savepoint = xacts.savepoint();
            hooks("since");
            xacts.setRollback(true);
            xacts.rollbackTo(savepoint);
            assertThat(ran).containsExactly("rollback since");
            assertThat(xacts.isRollback()).isTrue();
        });

        assertThat(ran).containsExactly("rollback since");
    }

    @Test
    @DisplayName("release leaves them where they are")
    void release() {
        xacts.run(() -> {
            XactSavepoint savepoint = xacts.savepoint();
            hooks("since");
            xacts.release(savepoint);
            assertThat(ran).isEmpty();
        });

        assertThat(ran).containsExactly("commit since");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The scope's transaction is ended, or taken away, by code inside it. */
@EveryProduct
class EndedByHandTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();
    private final List<String> ran = new ArrayList<>();

    EndedByHandTest(Product product) {
        super(product);
    }

    private void insertWithHooks(String name) throws Exception {
        insert(name);
        xacts.onCommit(() -> ran.add("commit"));
        xacts.onRollback(() -> ran.add("rollback"));
    }

    @Test
    @DisplayName("G2 a transaction that is rolled back by hand inside its scope is reported at the edge")
    void rolledBackByHand() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    manager.rollback();
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("by other means");

        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("G2 by a UserTransaction as well")
    void endedByUserTransaction() throws Exception {
        UserTransaction user = com.arjuna.ats.jta.UserTransaction.userTransaction();
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("rolled back");
                    user.rollback();
                }))
                .isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("committed");
                    user.commit();
                }))
                .isInstanceOf(XactStateException.class);

        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).containsExactly("committed");
    }

    @Test
    @DisplayName("G2 also where that happened in a nested scope, at both edges")
    void rolledBackInNestedScope() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    assertThatThrownBy(() -> xacts.run(() -> manager.rollback()))
                            .isInstanceOf(XactStateException.class);
                }))
                .isInstanceOf(XactStateException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "G2 a transaction that is committed by hand inside its scope is reported, and is no roll back to hooks")
    void committedByHand() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    manager.commit();
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("by other means");

        assertThat(ran).isEmpty();
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("Q5 a transaction that the scope's body suspends and forgets is rolled back and reported")
    void suspendedAndForgotten() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    manager.suspend();
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("now: none");

        assertThat(ran).containsExactly("rollback");
        assertThat(wire().sent()).endsWith("xa rollback");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("and suspended on the exception of a body that fails after it")
    void suspendedAndFailed() {
        Throwable failure = failing(() -> {
            insert("a");
            manager.suspend();
        });

        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(XactStateException.class);
        assertThat(rows()).isEmpty();
    }
}

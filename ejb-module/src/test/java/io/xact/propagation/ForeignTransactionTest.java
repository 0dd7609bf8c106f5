// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactOptions;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scopes inside a transaction that somebody else began: decision 7. */
@EveryProduct
class ForeignTransactionTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();
    private final List<String> ran = new ArrayList<>();

    ForeignTransactionTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("K12 a scope is nested: undone alone by a savepoint, and the owner commits what is outside it")
    void undoneAlone() throws Exception {
        manager.begin();
        insert("owner");
        assertThat(xacts.depth()).isZero();
        assertThatThrownBy(() -> xacts.run(() -> {
                    assertThat(xacts.depth()).isEqualTo(1);
                    insert("scope");
                    throw new IllegalStateException("scope");
                }))
                .hasMessage("scope");
        assertThat(manager.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        assertThat(wire().sent(call -> call.startsWith("xa "))).containsExactly("xa start");
        assertThat(wire().savepointStatements()).isNotEmpty();
        manager.commit();

        assertThat(rows()).containsExactly("owner");
    }

    @Test
    @DisplayName("K12 a Rollback, or the flag, undoes the scope alone as well; what ends well is kept with the owner's")
    void silentlyUndoneAlone() throws Exception {
        manager.begin();
        insert("owner");
        xacts.run(() -> {
            insert("Rollback");
            throw new Rollback();
        });
        xacts.run(() -> {
            insert("flag");
            xacts.setRollback(true);
        });
        xacts.run(() -> insert("scope"));
        assertThat(manager.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        manager.commit();

        assertThat(rows()).containsExactly("owner", "scope");
    }

    @Test
    @DisplayName("K12 a scope that ended well goes with the owner's roll back")
    void goesWithTheOwner() throws Exception {
        manager.begin();
        xacts.run(() -> insert("scope"));
        manager.rollback();

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "Q1 a scope entered when the transaction is marked already runs without a savepoint, and can't be kept")
    void enteredWhenMarked() throws Exception {
        manager.begin();
        manager.setRollbackOnly();
        assertThatThrownBy(() -> xacts.run(() -> ran.add("body")))
                .isInstanceOf(XactRolledBackException.class)
                .hasMessageContaining("marked for roll back");
        manager.rollback();

        assertThat(ran).containsExactly("body");
        assertThat(wire().savepointStatements()).isEmpty();
    }

    @Test
    @DisplayName("when the owner rolls back, hooks are dropped and onRollback hooks run")
    void ownerRollsBack() throws Exception {
        manager.begin();
        xacts.run(() -> {
            insert("a");
            xacts.onCommit(() -> ran.add("commit"));
            xacts.onRollback(() -> ran.add("rollback"));
        });
        manager.rollback();

        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a merged scope's failure marks the transaction and comes out to the owner; so does its Rollback")
    void mergedFailureMarks() throws Exception {
        for (RuntimeException failure : List.of(new IllegalStateException("scope"), new Rollback())) {
            manager.begin();
            assertThat(catchThrowable(() -> xacts.with().savepoint(false).run(() -> {
                        throw failure;
                    })))
                    .isSameAs(failure);
            assertThat(manager.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
            assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);
        }
    }

    @Test
    @DisplayName("the flag of a merged scope marks the transaction, and that mark can't be lifted")
    void mergedFlagIsFinal() throws Exception {
        manager.begin();
        xacts.with().savepoint(false).run(() -> {
            xacts.setRollback(true);
            assertThatThrownBy(() -> xacts.setRollback(false)).isInstanceOf(XactStateException.class);
        });
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);
    }

    @Test
    @DisplayName("H6 a durable scope is refused, and the owner's transaction is unharmed")
    void durableRefused() throws Exception {
        manager.begin();
        insert("owner");
        assertThatThrownBy(() -> xacts.with().durable(true).run(() -> ran.add("body")))
                .isInstanceOf(XactStateException.class);
        manager.commit();

        assertThat(ran).isEmpty();
        assertThat(rows()).containsExactly("owner");
    }

    @Test
    @DisplayName("Q1 S1 a mark by somebody else in the owner's transaction comes out of our outermost edge too")
    void markedInsideOwnersTransaction() throws Exception {
        for (XactOptions options : List.of(xacts.with(), xacts.with().savepoint(false))) {
            manager.begin();
            assertThatThrownBy(() -> options.run(() -> {
                        insert("a");
                        manager.setRollbackOnly();
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasMessageContaining("marked for roll back");
            manager.rollback();
        }

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q1 a mark by somebody else inside a scope comes out of the outermost edge, never as a commit")
    void markedInside() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    manager.setRollbackOnly();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(RollbackException.class);

        assertThat(rows()).isEmpty();
    }
}

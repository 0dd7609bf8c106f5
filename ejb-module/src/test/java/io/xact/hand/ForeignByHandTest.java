// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactScope;
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

/** A scope by hand in a transaction that somebody else began. */
@EveryProduct
class ForeignByHandTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();
    private final List<String> ran = new ArrayList<>();

    ForeignByHandTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("it nests: kept or undone alone, and the owner commits")
    void nests() throws Exception {
        manager.begin();
        insert("owner");
        try (XactScope scope = xacts.begin()) {
            insert("kept");
            scope.commit();
        }
        try (XactScope scope = xacts.begin()) {
            assertThat(scope).isNotNull();
            insert("undone");
        }
        assertThat(manager.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        manager.commit();

        assertThat(rows()).containsExactly("kept", "owner");
    }

    @Test
    @DisplayName("S8 left open, it has the owner's commit refused, with the place where it was opened")
    void leftOpenAtTheOwnersCommit() throws Exception {
        manager.begin();
        insert("owner");
        XactScope scope = xacts.begin();
        insert("undecided");
        xacts.onRollback(() -> ran.add("rollback"));
        assertThatThrownBy(manager::commit)
                .isInstanceOf(RollbackException.class)
                .hasStackTraceContaining("ForeignByHandTest.java:");
        assertThatThrownBy(scope::close).isInstanceOf(XactStateException.class).hasMessageContaining("by other means");

        assertThat(ran).containsExactly("rollback");
        assertThat(xacts.depth()).isZero();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("once the owner has rolled back, its commit is refused, and its close says the same of itself")
    void leftOpenAtTheOwnersRollback() throws Exception {
        manager.begin();
        XactScope scope = xacts.begin();
        insert("undone");
        manager.rollback();
        assertThatThrownBy(scope::commit).isInstanceOf(XactStateException.class);

        assertThat(xacts.depth()).isZero();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("merged, its close marks the owner's transaction")
    void mergedClose() throws Exception {
        manager.begin();
        try (XactScope scope = xacts.with().savepoint(false).begin()) {
            assertThat(scope).isNotNull();
            insert("undone");
        }
        assertThat(manager.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a transaction of its own gives the owner's back")
    void requiresNew() throws Exception {
        manager.begin();
        insert("owner");
        try (XactScope own = xacts.with().requiresNew(true).begin()) {
            insert("own");
            own.commit();
        }
        insert("after");
        manager.rollback();

        assertThat(rows()).containsExactly("own");
    }
}

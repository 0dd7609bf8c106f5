// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import io.xact.support.Threads;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A scope by hand belongs to the thread that has its transaction. */
@EveryProduct
class ThreadByHandTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();

    ThreadByHandTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("another thread, which doesn't have it, can't commit it; that dooms it")
    void otherThreadCannotCommit() throws Exception {
        XactScope scope = xacts.begin();
        insert("a");
        Threads.together(() -> assertThatThrownBy(scope::commit).isInstanceOf(XactStateException.class));
        assertThat(xacts.isRollback()).isTrue();
        assertThatThrownBy(scope::commit)
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(XactStateException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("nor close it: it is still open on its own thread, and can be rolled back there")
    void otherThreadCannotClose() throws Exception {
        XactScope scope = xacts.begin();
        insert("a");
        Threads.together(() -> assertThatThrownBy(scope::close).isInstanceOf(XactStateException.class));
        assertThat(xacts.depth()).isEqualTo(1);
        scope.close();

        assertThat(xacts.depth()).isZero();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q5 a thread that is given the transaction can end it")
    void givenToAnotherThread() throws Exception {
        XactScope scope = xacts.begin();
        insert("a");
        Transaction transaction = manager.suspend();
        Threads.together(() -> {
            manager.resume(transaction);
            insert("b");
            scope.commit();
        });

        assertThat(xacts.isActive()).isFalse();
        assertThat(rows()).containsExactly("a", "b");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import io.xact.support.TestBeans.Scopes;
import io.xact.support.Threads;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A scope belongs to its transaction: other threads have none, until the transaction is given to them. */
@EveryProduct
class ThreadTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();
    private final List<String> ran = new CopyOnWriteArrayList<>();

    ThreadTest(Product product) {
        super(product);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("C5 threads in one bean's method at the same time don't see each other's scopes")
    void threadsDontSeeEachOther(Form form) throws Exception {
        Scopes shared = form.in(surroundings());
        CyclicBarrier barrier = new CyclicBarrier(2);
        Threads.together(
                () -> shared.run(() -> meetInScope(shared, barrier, "kept", false)),
                () -> shared.run(() -> meetInScope(shared, barrier, "undone", true)));

        assertThat(rows()).containsExactly("kept");
        assertThat(ran).containsExactly("kept");
    }

    private void meetInScope(Scopes shared, CyclicBarrier barrier, String name, boolean rollsBack) throws Exception {
        insert(name);
        xacts.onCommit(() -> ran.add(name));
        xacts.setRollback(rollsBack);
        Threads.meet(barrier);
        assertThat(xacts.isRollback()).isEqualTo(rollsBack);
        assertThat(xacts.depth()).isEqualTo(1);
        shared.run(() -> {
            Threads.meet(barrier);
            assertThat(xacts.depth()).isEqualTo(2);
        });
        Threads.meet(barrier);
    }

    @Test
    @DisplayName("G11 a new thread has no scope: what it does is committed at once, and stays")
    void newThreadHasNoScope() throws Exception {
        failing(() -> {
            insert("scope");
            Threads.together(() -> {
                assertThat(xacts.isActive()).isFalse();
                assertThat(xacts.depth()).isZero();
                assertThatThrownBy(xacts::isRollback).isInstanceOf(XactStateException.class);
                insert("other thread");
            });
            assertThat(rows()).containsExactly("other thread");
        });

        assertThat(rows()).containsExactly("other thread");
    }

    @Test
    @DisplayName("G11 and a scope of its own, beside the one of the thread that started it")
    void newThreadHasItsOwnScope() throws Exception {
        xacts.run(() -> {
            insert("scope");
            Threads.together(() -> xacts.run(() -> {
                assertThat(xacts.depth()).isEqualTo(1);
                insert("other thread");
                xacts.setRollback(true);
            }));
            assertThat(xacts.isRollback()).isFalse();
        });

        assertThat(rows()).containsExactly("scope");
    }

    @Test
    @DisplayName("Q5 a transaction that is suspended, and resumed by another thread, keeps its scopes there and back")
    void stackFollowsTheTransaction() throws Exception {
        xacts.run(() -> {
            insert("outermost");
            xacts.run(() -> {
                insert("nested");
                handOver(() -> {
                    assertThat(xacts.depth()).isEqualTo(2);
                    failing(() -> insert("undone elsewhere"));
                    xacts.run(() -> insert("elsewhere"));
                    xacts.onCommit(() -> ran.add("hook of elsewhere"));
                    xacts.setRollback(true);
                });
                assertThat(xacts.isRollback()).as("set elsewhere").isTrue();
                xacts.setRollback(false);
            });
            assertThat(ran).isEmpty();
        });

        assertThat(ran).containsExactly("hook of elsewhere");
        assertThat(rows()).containsExactly("elsewhere", "nested", "outermost");
    }

    /** Does something in the thread's transaction, on another thread. */
    private void handOver(Threads.Task task) throws Exception {
        Transaction transaction = manager.suspend();
        assertThat(xacts.depth()).as("while it is suspended").isZero();
        Threads.together(() -> {
            manager.resume(transaction);
            task.run();
            manager.suspend();
        });
        manager.resume(transaction);
    }

    @Test
    @DisplayName("Q5 what a nested scope did on another thread is undone with it")
    void undoneFromTheFirstThread() throws Exception {
        xacts.run(() -> {
            insert("outermost");
            failing(() -> handOver(() -> insert("elsewhere")));
        });

        assertThat(rows()).containsExactly("outermost");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactStateException;
import io.xact.XactTimeoutException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import io.xact.support.Timeouts;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Messages in transactions that somebody else owns, that have timed out, or that are about to end. */
@EveryProduct
class OwnerTest extends MessageTest {

    private final TransactionManager manager = Surroundings.transactionManager();

    OwnerTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("F2 N1 with a foreign owner a message comes with his commit, without any scope")
    void foreignCommit() throws Exception {
        manager.begin();
        insert("a");
        send("a");
        assertThat(inbox.texts()).as("before the commit").isEmpty();
        manager.commit();

        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("F2 N2 his roll back sends none")
    void foreignRollback() throws Exception {
        manager.begin();
        insert("a");
        send("a");
        manager.rollback();

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("F2 N3 a nested scope in his transaction drops its own messages")
    void nestedInForeign() throws Exception {
        manager.begin();
        insert("a");
        send("owner");
        failing(() -> send("nested"));
        xacts.run(() -> send("kept"));
        manager.commit();

        assertThat(inbox.texts()).containsExactly("owner", "kept");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("Q3 N2 after a timeout messages are dropped, and new ones refused, not sent at once")
    void timeout() {
        assertThatThrownBy(() -> xacts.with().timeout(Duration.ofSeconds(1)).run(() -> {
                    insert("a");
                    send("before");
                    Timeouts.await();
                    assertThatThrownBy(() -> send("after"))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasCauseInstanceOf(XactTimeoutException.class);
                    assertThatThrownBy(() -> xacts.onCommit(() -> send("hook")))
                            .isInstanceOf(BrokenScopeException.class);
                }))
                .isInstanceOf(XactTimeoutException.class);

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q3 N2 so it is in a foreign transaction that has timed out")
    void foreignTimeout() throws Exception {
        manager.setTransactionTimeout(1);
        manager.begin();
        manager.setTransactionTimeout(0);
        insert("a");
        send("before");
        Timeouts.await();
        assertThatThrownBy(() -> send("after"))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("rolled back");
        assertThatThrownBy(() -> xacts.onCommit(() -> send("hook"))).isInstanceOf(XactStateException.class);
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q7 a message that comes while the transaction is about to complete follows the others")
    void beforeCompletion() throws Exception {
        manager.begin();
        insert("a");
        send("a");
        register(() -> send("interposed"), status -> {});
        manager.commit();

        assertThat(inbox.texts()).containsExactlyInAnyOrder("a", "interposed");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("Q7 also if it is the first one, and comes behind everybody else")
    void lastBeforeCompletion() throws Exception {
        xacts.run(() -> {
            insert("a");
            send("a");
            register(() -> register(() -> register(() -> send("last"), status -> {}), status -> {}), status -> {});
        });

        assertThat(inbox.texts()).containsExactly("a", "last");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N7 a synchronization sends at once when the transaction is committed")
    void afterCompletion() throws Exception {
        manager.begin();
        insert("a");
        register(() -> {}, status -> {
            if (status == Status.STATUS_COMMITTED) {
                send("committed");
            }
        });
        manager.commit();

        assertThat(inbox.texts()).containsExactly("committed");
        assertThat(rows()).containsExactly("a");
    }

    private static void register(Runnable before, IntConsumer after) {
        new com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple()
                .registerInterposedSynchronization(new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        before.run();
                    }

                    @Override
                    public void afterCompletion(int status) {
                        after.accept(status);
                    }
                });
    }
}

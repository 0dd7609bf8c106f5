// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import io.xact.support.WitnessResource;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hooks in a transaction that somebody else began. */
@EveryProduct
class ForeignHookTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();
    private final List<String> ran = new ArrayList<>();

    ForeignHookTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("I22 a hook, in a scope there or beside it, waits for the owner's commit")
    void waitsForTheOwner() throws Exception {
        manager.begin();
        xacts.onCommit(() -> ran.add("beside, seen " + rows()));
        xacts.run(() -> {
            insert("a");
            xacts.onCommit(() -> ran.add("scope, depth " + xacts.depth()));
        });
        assertThat(ran).isEmpty();
        manager.commit();

        assertThat(ran).containsExactly("beside, seen [a]", "scope, depth 0");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("I22 it is dropped when the owner rolls back, or his commit fails")
    void droppedWithTheOwner() throws Exception {
        manager.begin();
        xacts.onCommit(() -> ran.add("rolled back"));
        manager.rollback();
        manager.begin();
        insert("a");
        xacts.onCommit(() -> ran.add("refused"));
        WitnessResource.refusing().enlist();
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("I22 it is refused in a transaction that is marked for roll back; those from before are dropped")
    void refusedWhenMarked() throws Exception {
        manager.begin();
        xacts.onCommit(() -> ran.add("before"));
        xacts.onRollback(() -> ran.add("rollback"));
        manager.setRollbackOnly();
        assertThatThrownBy(() -> xacts.onCommit(() -> ran.add("commit"))).isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.onCommitRobust(() -> ran.add("robust"))).isInstanceOf(XactStateException.class);
        manager.rollback();

        assertThat(ran).containsExactly("rollback");
    }

    @Test
    @DisplayName("I22 hooks, and scopes, are refused while the transaction is completing")
    void refusedWhileCompleting() throws Exception {
        manager.begin();
        new Completing().enlist();
        insert("a");
        manager.commit();

        assertThat(ran).containsExactly("refused at prepare", "refused at commit");
        assertThat(rows()).containsExactly("a");
    }

    private final class Completing extends WitnessResource {

        @Override
        public int prepare(Xid xid) {
            assertRefused("prepare");
            return XA_OK;
        }

        @Override
        public void commit(Xid xid, boolean onePhase) {
            assertRefused("commit");
        }

        private void assertRefused(String when) {
            assertThatThrownBy(() -> xacts.onCommit(() -> ran.add("hook"))).isInstanceOf(XactStateException.class);
            assertThatThrownBy(() -> xacts.onRollback(() -> ran.add("hook"))).isInstanceOf(XactStateException.class);
            assertThatThrownBy(() -> xacts.run(() -> ran.add("scope"))).isInstanceOf(XactStateException.class);
            ran.add("refused at " + when);
        }
    }

    @Test
    @DisplayName("Q7 one that is registered while the transaction is about to complete runs after its commit")
    void registeredBeforeCompletion() throws Exception {
        manager.begin();
        insert("owner");
        manager.getTransaction().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                xacts.onCommit(() -> ran.add("seen " + rows()));
            }

            @Override
            public void afterCompletion(int status) {
                ran.add("completed");
            }
        });
        manager.commit();

        assertThat(ran).contains("seen [owner]");
        assertThat(rows()).containsExactly("owner");
    }

    @Test
    @DisplayName("Q6 a hook after the owner's commit can run a transaction of its own")
    void hookBeginsItsOwn() throws Exception {
        manager.begin();
        xacts.onCommit(() -> xacts.run(() -> insertUnchecked("hook")));
        insert("owner");
        manager.commit();

        assertThat(rows()).containsExactly("hook", "owner");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Block;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Work that others do while the transaction is about to complete, as a persistence provider's listeners do. */
@EveryProduct
class CompletionTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();
    private final List<String> ran = new ArrayList<>();

    CompletionTest(Product product) {
        super(product);
    }

    private void beforeCompletion(Block<Exception> work) throws Exception {
        manager.getTransaction().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                try {
                    work.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }

    private void nestAndHook() throws Exception {
        xacts.run(() -> {
            insert("kept");
            xacts.onCommit(() -> ran.add("kept"));
        });
        failing(() -> {
            insert("undone");
            xacts.onCommit(() -> ran.add("undone"));
        });
        xacts.onCommit(() -> ran.add("seen " + rows()));
    }

    @Test
    @DisplayName("Q7 scopes nest then, and hooks run after the commit, in a scope's transaction")
    void inOurs() throws Exception {
        xacts.run(() -> {
            insert("outermost");
            beforeCompletion(this::nestAndHook);
        });

        assertThat(ran).containsExactly("kept", "seen [kept, outermost]");
        assertThat(rows()).containsExactly("kept", "outermost");
    }

    @Test
    @DisplayName("Q7 and in a foreign one that no scope has been in before")
    void inForeign() throws Exception {
        manager.begin();
        beforeCompletion(this::nestAndHook);
        manager.commit();

        assertThat(ran).containsExactly("kept", "seen [kept]");
        assertThat(rows()).containsExactly("kept");
    }

    @Test
    @DisplayName("Q7 S1 what fails then, and is swallowed, is found before the commit")
    void swallowed() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("beside");
                    beforeCompletion(this::failAndSwallow);
                }))
                .isInstanceOf(XactRolledBackException.class);
        manager.begin();
        xacts.run(() -> insertAudit("beside"));
        beforeCompletion(this::failAndSwallow);
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    /** A mark on H2, whose transactions survive a failed statement. */
    private void failAndSwallow() throws Exception {
        DataSource pool = surroundings().orders().pool();
        Items.insert(pool, "a");
        assertThatThrownBy(() -> Items.insert(pool, "a")).isInstanceOf(SQLException.class);
        if (surroundings().product() == Product.H2) {
            manager.setRollbackOnly();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.unguarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Unguarded work that joins a transaction inside a nested scope is never half undone. */
@EveryProduct
class LateUnguardedTest extends UnguardedTest {

    LateUnguardedTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName(
            "S7 a failing nested scope beside unguarded work dooms the whole transaction, and names the data source")
    void unguardedWorkDoomsTheTransaction() {
        IllegalStateException failure = new IllegalStateException("inner");

        Throwable outcome = catchThrowable(() -> xacts.run(() -> {
            insert("outer");
            Throwable thrown = catchThrowable(() -> xacts.run(() -> {
                insertUnguardedAudit("unguarded");
                throw failure;
            }));
            assertThat(thrown).isSameAs(failure);
            assertThat(thrown.getSuppressed()[0]).hasMessageContaining(Surroundings.AUDIT);
        }));

        assertThat(outcome)
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.AUDIT)
                .hasMessageContaining("@Guarded");
        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("S7 nor can that doom be lifted")
    void doomCannotBeLifted() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    xacts.run(() -> {
                        insertUnguardedAudit("unguarded");
                        xacts.setRollback(true);
                    });
                }))
                .isInstanceOf(XactRolledBackException.class);
        xacts.run(() -> {
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertUnguardedAudit("unguarded");
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            assertThatThrownBy(() -> xacts.setRollback(false)).isInstanceOf(XactStateException.class);
            throw new Rollback();
        });

        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("unguarded work in scopes that end well is kept")
    void unguardedWorkIsKept() throws SQLException {
        xacts.run(() -> xacts.run(() -> insertUnguardedAudit("inner")));

        assertThat(auditRows()).containsExactly("inner");
    }

    @Test
    @DisplayName("S7 a scope around the one that it joined in can't undo it alone either")
    void joinedDeeper() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outermost");
                    failing(() -> {
                        xacts.run(() -> insertUnguardedAudit("deep"));
                        xacts.run(() -> insertUnguardedAudit("sibling"));
                    });
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.AUDIT);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("S7 once it has joined, later scopes undo it alone")
    void laterScopes() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            xacts.run(() -> {
                insertUnguardedAudit("joined");
                failing(() -> insertUnguardedAudit("deep"));
            });
            failing(() -> insertUnguardedAudit("sibling"));
        });

        assertThat(rows()).containsExactly("outermost");
        assertThat(auditRows()).containsExactly("joined");
    }

    @Test
    @DisplayName("S7 a guarded connection that comes after an unguarded one in a scope doesn't make it half undone")
    void guardedAfterwards() {
        assertThatThrownBy(() -> xacts.run(() -> failing(() -> {
                    insertUnguardedAudit("unguarded");
                    insertAudit("guarded");
                })))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.AUDIT);

        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("S7 nor does a savepoint by hand that it joined after")
    void joinedAfterSavepoint() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    XactSavepoint savepoint = xacts.savepoint();
                    insertUnguardedAudit("unguarded");
                    assertThatThrownBy(() -> xacts.rollbackTo(savepoint)).hasStackTraceContaining(Surroundings.AUDIT);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("F2 S7 in a foreign transaction the doom marks it, and its owner can't commit")
    void inForeignTransaction() throws Exception {
        manager.begin();
        insert("owner");
        failing(() -> insertUnguardedAudit("unguarded"));
        assertThat(manager.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName(
            "K13 a scope that names other data sources can't undo an unguarded one: nobody sees whether it was touched")
    void notNamed() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertUnguardedAudit("outer");
                    failing(xacts.with().using(Surroundings.ORDERS), () -> insert("inner"));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.AUDIT)
                .hasMessageContaining("using");

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Savepoints by hand that the database, or the rest of the transaction, does not let do their work. */
@EveryProduct
class FailingSavepointTest extends ScopeTest {

    FailingSavepointTest(Product product) {
        super(product);
    }

    private void refuse(String beginning) {
        wire().tap(call -> {
            if (call.startsWith(beginning)) {
                throw new SQLException("refused: " + call, "58000");
            }
        });
    }

    @Test
    @DisplayName("a roll back to it that fails is told, and dooms the whole transaction for good")
    void rollbackToFails() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outermost");
                    assertThatThrownBy(() -> xacts.run(() -> {
                                XactSavepoint savepoint = xacts.savepoint();
                                insert("since");
                                refuse("ROLLBACK TO");
                                assertThatThrownBy(() -> xacts.rollbackTo(savepoint))
                                        .isInstanceOf(XactRolledBackException.class)
                                        .cause()
                                        .hasMessageStartingWith("refused: ROLLBACK TO");
                                wire().tap(call -> {});
                                assertThatThrownBy(() -> xacts.setRollback(false))
                                        .isInstanceOf(XactStateException.class);
                            }))
                            .isInstanceOf(XactRolledBackException.class);
                    assertThatThrownBy(() -> xacts.setRollback(false)).isInstanceOf(XactStateException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "what can't be undone alone, for work that the scope doesn't see, dooms the whole transaction and is named")
    void unguardedWork() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("guarded");
                    XactSavepoint savepoint = xacts.savepoint();
                    Items.insert(surroundings().audit().pool(), "unguarded");
                    assertThatThrownBy(() -> xacts.rollbackTo(savepoint))
                            .isInstanceOf(XactRolledBackException.class)
                            .cause()
                            .hasMessageContaining(Surroundings.AUDIT);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.AUDIT);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("K13 one that is taken in a scope with `using` undoes the data sources that are named there")
    void using() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    xacts.with().using(Surroundings.ORDERS).run(() -> {
                        XactSavepoint savepoint = xacts.savepoint();
                        insert("since");
                        xacts.rollbackTo(savepoint);
                        insertAudit("not named");
                        xacts.rollbackTo(savepoint);
                    });
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.AUDIT);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }
}

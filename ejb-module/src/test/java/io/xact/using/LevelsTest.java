// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.using;

import static io.xact.support.Surroundings.AUDIT;
import static io.xact.support.Surroundings.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactOptions;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scopes that use different data sources, one inside the other. */
@EveryProduct
class LevelsTest extends ScopeTest {

    private final XactOptions usingOrders = xacts.with().using(ORDERS);
    private final XactOptions usingAudit = xacts.with().using(AUDIT);

    LevelsTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("K14 each data source keeps levels of its own: the inner scope's failure is nothing to the other one")
    void innerFails() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            insertAudit("outermost");
            usingOrders.run(() -> {
                insert("orders");
                failing(usingAudit, () -> insertAudit("audit"));
                insert("orders again");
            });
        });

        assertThat(rows()).containsExactly("orders", "orders again", "outermost");
        assertThat(auditRows()).containsExactly("outermost");
    }

    @Test
    @DisplayName("K14 alternating, each failure goes back to the level of its own data source")
    void alternating() throws SQLException {
        xacts.run(() -> {
            insert("1");
            insertAudit("1");
            usingOrders.run(() -> {
                insert("2");
                usingAudit.run(() -> {
                    insertAudit("3");
                    failing(usingOrders, () -> insert("4"));
                    failing(usingAudit, () -> insertAudit("5"));
                    insertAudit("6");
                });
                insert("7");
            });
        });

        assertThat(rows()).containsExactly("1", "2", "7");
        assertThat(auditRows()).containsExactly("1", "3", "6");
        assertThat(names(wire().savepointStatements())).as("two levels").hasSize(2);
        assertThat(names(surroundings().audit().wire().savepointStatements()))
                .as("two levels")
                .hasSize(2);
    }

    private static List<String> names(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.startsWith("SAVEPOINT"))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("K14 where the outer one fails, what an inner one did elsewhere can't be undone alone: all goes")
    void outerFails() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outermost");
                    insertAudit("outermost");
                    failing(usingOrders, () -> {
                        insert("orders");
                        usingAudit.run(() -> insertAudit("audit"));
                    });
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(AUDIT);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }
}

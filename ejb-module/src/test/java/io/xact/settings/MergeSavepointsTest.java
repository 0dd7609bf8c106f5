// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.settings;

import static io.xact.support.Surroundings.ORDERS_TOO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code xact.savepoint-unsupported=merge}. */
@EveryProduct
class MergeSavepointsTest extends ScopeTest {

    private final DataSource merged = xacts.guarded(ORDERS_TOO);

    MergeSavepointsTest(Product product) {
        super(Surroundings.of(product, Map.of("xact.savepoint-unsupported", "merge")));
    }

    @BeforeEach
    void refuseSavepoints() {
        Refusing.savepoints(wire());
    }

    @Test
    @DisplayName("M8 nested scopes that end well are kept")
    void keptWithoutSavepoints() throws SQLException {
        xacts.run(() -> {
            Items.insert(merged, "outer");
            xacts.run(() -> Items.insert(merged, "nested"));
            xacts.run(() -> xacts.run(() -> Items.insert(merged, "deeper")));
        });

        assertThat(rows()).containsExactly("deeper", "nested", "outer");
    }

    @Test
    @DisplayName("M8 one that fails after touching it dooms the whole transaction, and says why; never half undone")
    void failureDoomsEverything() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("outer");
                    Items.insert(merged, "outer");
                    failing(() -> {
                        insertAudit("nested");
                        Items.insert(merged, "nested");
                    });
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(ORDERS_TOO)
                .hasMessageContaining("xact.savepoint-unsupported=merge");

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("M8 nor is a Rollback, or the flag, silent then")
    void wishesAreNotSilent() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    Items.insert(merged, "outer");
                    xacts.run(() -> {
                        Items.insert(merged, "nested");
                        throw new Rollback();
                    });
                }))
                .isInstanceOf(XactRolledBackException.class);
        assertThatThrownBy(() -> xacts.run(() -> xacts.run(() -> {
                    Items.insert(merged, "nested");
                    xacts.setRollback(true);
                })))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "M8 where it is used unguarded, a nested scope that fails dooms the transaction: nobody sees if it was touched")
    void unguarded() throws SQLException {
        DataSource pool = surroundings().orders().pool();
        assertThatThrownBy(() -> xacts.run(() -> {
                    Items.insert(pool, "outer");
                    failing(() -> insertAudit("nested"));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.ORDERS)
                .hasMessageContaining("xact.savepoint-unsupported=merge");
        xacts.run(() -> {
            Items.insert(pool, "outer");
            xacts.run(() -> Items.insert(pool, "nested"));
        });

        assertThat(rows()).containsExactly("nested", "outer");
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("one that fails without touching it is undone alone; a data source with savepoints is none the worse")
    void othersAreUndoneAlone() throws SQLException {
        xacts.run(() -> {
            Items.insert(merged, "outer");
            insertAudit("outer");
            failing(() -> insertAudit("nested"));
        });

        assertThat(rows()).containsExactly("outer");
        assertThat(auditRows()).containsExactly("outer");
    }
}

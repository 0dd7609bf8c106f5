// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.settings;

import static io.xact.support.Surroundings.ORDERS_TOO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.SavepointNotSupportedException;
import io.xact.XactSavepoint;
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

/** {@code xact.savepoint-unsupported=refuse}, and a data source that no deployment check could see. */
@EveryProduct
class RefuseSavepointsTest extends ScopeTest {

    private final DataSource unseen = xacts.guarded(ORDERS_TOO);

    RefuseSavepointsTest(Product product) {
        super(Surroundings.of(product, Map.of("xact.savepoint-unsupported", "refuse")));
    }

    @BeforeEach
    void refuseSavepoints() {
        Refusing.savepoints(wire());
    }

    @Test
    @DisplayName("M8 a nested scope's first statement there is refused before it runs, with its name and the setting")
    void refusedBeforeItRuns() throws SQLException {
        xacts.run(() -> {
            Items.insert(unseen, "outer");
            assertThatThrownBy(() -> xacts.run(() -> Items.insert(unseen, "nested")))
                    .isInstanceOf(SavepointNotSupportedException.class)
                    .hasMessageContaining(ORDERS_TOO)
                    .hasMessageContaining("xact.savepoint-unsupported=merge")
                    .hasCauseInstanceOf(SQLException.class);
        });

        assertThat(wire().sent(sql -> sql.startsWith("INSERT"))).hasSize(1);
        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("M8 the outer scope is not doomed by it, nor the nested one if it catches it and does something else")
    void doomsNothing() throws SQLException {
        xacts.run(() -> {
            Items.insert(unseen, "outer");
            xacts.run(() -> {
                assertThatThrownBy(() -> Items.insert(unseen, "nested"))
                        .isInstanceOf(SavepointNotSupportedException.class);
                assertThat(xacts.isRollback()).isFalse();
                insertAudit("nested");
            });
            assertThat(xacts.isRollback()).isFalse();
            Items.insert(unseen, "after");
        });

        assertThat(rows()).containsExactly("after", "outer");
        assertThat(auditRows()).containsExactly("nested");
    }

    @Test
    @DisplayName("M8 a savepoint by hand is refused in the same way, and one that covers nothing there is not")
    void byHand() throws SQLException {
        xacts.run(() -> {
            XactSavepoint savepoint = xacts.savepoint();
            insertAudit("since");
            xacts.rollbackTo(savepoint);
            assertThatThrownBy(() -> Items.insert(unseen, "since")).isInstanceOf(SavepointNotSupportedException.class);
            xacts.release(savepoint);
            Items.insert(unseen, "after");
        });

        assertThat(rows()).containsExactly("after");
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("M8 where it is used unguarded, a nested scope is refused at its entry, and the outer one is unharmed")
    void unguarded() throws SQLException {
        DataSource pool = surroundings().orders().pool();
        xacts.run(() -> {
            Items.insert(pool, "outer");
            assertThatThrownBy(() -> xacts.run(() -> insertAudit("nested")))
                    .isInstanceOf(SavepointNotSupportedException.class)
                    .hasMessageContaining(Surroundings.ORDERS)
                    .hasMessageContaining("xact.savepoint-unsupported=merge");
            assertThatThrownBy(xacts::savepoint).isInstanceOf(SavepointNotSupportedException.class);
            Items.insert(pool, "after");
        });

        assertThat(rows()).containsExactly("after", "outer");
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("scopes that need none there work: outermost, merged, requiresNew")
    void otherScopesWork() throws SQLException {
        xacts.run(() -> {
            Items.insert(unseen, "outermost");
            xacts.with().savepoint(false).run(() -> Items.insert(unseen, "merged"));
            xacts.with().requiresNew(true).run(() -> Items.insert(unseen, "own"));
            xacts.with().using(Surroundings.AUDIT).run(() -> Items.insert(unseen, "not used"));
        });

        assertThat(rows()).containsExactly("merged", "not used", "outermost", "own");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.unguarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.support.Items;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A constraint that is looked at when the branch ends is looked at before anything of the transaction is committed. */
@PostgreSqlOnly
class DeferredUnguardedTest extends UnguardedTest {

    private static final String UNIQUE_VIOLATION = "late_pkey";

    DeferredUnguardedTest(Product product) {
        super(product);
    }

    @BeforeEach
    void createTable() throws SQLException {
        surroundings().orders().execute("CREATE TABLE late (name TEXT PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        surroundings().orders().execute("DROP TABLE late");
    }

    private void breakConstraint() throws SQLException {
        for (int i = 0; i < 2; i++) {
            Items.execute(orders, "INSERT INTO late VALUES ('twice')");
        }
    }

    @Test
    @DisplayName("S2 all of it is rolled back with that cause, and the next transaction is healthy")
    void brokenAtCommit() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("beside");
                    breakConstraint();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining(UNIQUE_VIOLATION);
        assertThatThrownBy(() -> xacts.run(this::breakConstraint))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining(UNIQUE_VIOLATION);
        for (int i = 0; i < 3; i++) {
            String name = "next " + i;
            xacts.run(() -> insertUnguarded(name));
        }

        assertThat(auditRows()).isEmpty();
        assertThat(rows()).hasSize(3);
    }

    @Test
    @DisplayName("S2 a foreign owner's commit fails with that cause")
    void foreignOwner() throws Exception {
        manager.begin();
        xacts.run(() -> insertAudit("beside"));
        breakConstraint();
        assertThatThrownBy(manager::commit)
                .isInstanceOf(RollbackException.class)
                .hasStackTraceContaining(UNIQUE_VIOLATION);

        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName(
            "S2 a nested scope may break it and one after it mend it, on two data sources too: only the commit looks at it")
    void mendedBeforeTheCommit() throws SQLException {
        xacts.run(() -> {
            insertUnguardedAudit("beside");
            Items.execute(orders, "INSERT INTO late VALUES ('before')");
            xacts.run(() -> {
                insertUnguardedAudit("nested");
                breakConstraint();
            });
            xacts.run(() -> Items.execute(orders, "DELETE FROM late"));
        });

        assertThat(auditRows()).containsExactly("beside", "nested");
    }
}

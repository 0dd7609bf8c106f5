// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Work that the scopes don't see is never half undone. */
@EveryProduct
class UnguardedTest extends ScopeTest {

    UnguardedTest(Product product) {
        super(product);
    }

    private void insertUnguarded(String name) throws SQLException {
        try (Connection connection = surroundings().audit().pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO item VALUES ('" + name + "')");
        }
    }

    @Test
    @DisplayName(
            "S7 a failing nested scope beside unguarded work dooms the whole transaction, and names the data source")
    void unguardedWorkDoomsTheTransaction() {
        IllegalStateException failure = new IllegalStateException("inner");

        Throwable outcome = catchThrowable(() -> xacts.run(() -> {
            insert("outer");
            Throwable thrown = catchThrowable(() -> xacts.run(() -> {
                insertUnguarded("unguarded");
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
                        insertUnguarded("unguarded");
                        xacts.setRollback(true);
                    });
                }))
                .isInstanceOf(XactRolledBackException.class);
        xacts.run(() -> {
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertUnguarded("unguarded");
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
        xacts.run(() -> {
            insertUnguarded("outer");
            xacts.run(() -> insertUnguarded("inner"));
        });

        assertThat(auditRows()).containsExactly("inner", "outer");
    }

    @Test
    @DisplayName("two guarded databases are undone together")
    void twoGuardedDatabases() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            items.insertAudit("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("inner");
                        items.insertAudit("inner");
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
        });

        assertThat(rows()).containsExactly("outer");
        assertThat(auditRows()).containsExactly("outer");
    }
}

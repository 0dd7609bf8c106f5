// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A database that answers a deadlock by rolling back its branch, and the savepoints with it, as MySQL does. */
@EveryProduct
class DestroyedSavepointsTest extends ScopeTest {

    private final SQLException deadlock = new SQLException("deadlock", "40001");

    DestroyedSavepointsTest(Product product) {
        super(product);
    }

    @BeforeEach
    void deadlockDestroysSavepoints() {
        boolean[] destroyed = new boolean[1];
        wire().tap(call -> {
            if (call.startsWith("UPDATE")) {
                destroyed[0] = true;
                throw deadlock;
            }
            if (destroyed[0] && call.contains("SAVEPOINT")) {
                throw new SQLException("no such savepoint", "42000");
            }
        });
    }

    private void deadlocked() throws SQLException {
        try (var connection = items.orders().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE item SET name = 'x' WHERE name = 'outer'");
        }
    }

    @Test
    @DisplayName(
            "E6 the deadlock comes out of the nested scope as it was thrown; that there is no savepoint is suppressed")
    void deadlockComesOut() {
        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("nested");
                deadlocked();
            });
        }));

        assertThat(thrown).isSameAs(deadlock);
        assertThat(thrown.getSuppressed())
                .anySatisfy(second -> assertThat(second).hasMessage("no such savepoint"));
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("E6 where the nested scope has caught it, it is the cause of what that scope raises")
    void deadlockIsTheCause() {
        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insert("outer");
            xacts.run(() -> assertThat(catchThrowable(this::deadlocked)).isSameAs(deadlock));
        }));

        assertThat(thrown).isInstanceOf(XactRolledBackException.class).hasCause(deadlock);
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("E6 where the outer scope has caught it, it is still what doomed everything: the first failure")
    void deadlockIsTheFirstFailure() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    assertThat(catchThrowable(() -> xacts.run(this::deadlocked)))
                            .isSameAs(deadlock);
                    assertThatThrownBy(() -> insert("refused"))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasCause(deadlock);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(deadlock);

        assertThat(rows()).isEmpty();
    }
}

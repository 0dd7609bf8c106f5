// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static io.xact.edge.Refusals.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The database refuses to roll back to a savepoint. */
@EveryProduct
class FailingUndoTest extends ScopeTest {

    FailingUndoTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName(
            "E3 it never hides what the code threw: it is suppressed on that, and the outer scope is doomed for good")
    void suppressedOnTheUsersFailure() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    refuse(wire(), "ROLLBACK TO");
                    Throwable failure = failing(() -> insert("nested"));
                    assertThat(failure.getSuppressed())
                            .singleElement()
                            .satisfies(second -> assertThat(second).hasMessageStartingWith("refused: ROLLBACK TO"));
                    assertDoomedForGood();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageStartingWith("refused: ROLLBACK TO");

        assertThat(rows()).isEmpty();
    }

    private void assertDoomedForGood() {
        assertThat(xacts.isRollback()).isTrue();
        assertThatThrownBy(() -> insert("refused")).isInstanceOf(BrokenScopeException.class);
        assertThatThrownBy(() -> xacts.setRollback(false)).isInstanceOf(XactStateException.class);
    }

    @Test
    @DisplayName(
            "E3 nor a failed statement that the nested scope has caught: that is the cause, the failed undo suppressed")
    void suppressedOnTheReport() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    refuse(wire(), "ROLLBACK TO");
                    Throwable report = catchThrowable(() -> xacts.run(
                            () -> assertThatThrownBy(() -> insert("outer")).isInstanceOf(SQLException.class)));
                    assertThat(report)
                            .isInstanceOf(XactRolledBackException.class)
                            .cause()
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    first -> assertThat(first.getSQLState()).isEqualTo("23505"));
                    assertThat(report.getSuppressed())
                            .singleElement()
                            .satisfies(second -> assertThat(second).hasMessageStartingWith("refused: ROLLBACK TO"));
                    assertDoomedForGood();
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("E3 a Rollback whose undo failed is not swallowed in silence")
    void rollbackIsNotSilent() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    refuse(wire(), "ROLLBACK TO");
                    assertThatThrownBy(() -> xacts.run(() -> {
                                insert("nested");
                                throw new Rollback();
                            }))
                            .isInstanceOf(XactRolledBackException.class)
                            .cause()
                            .hasMessageStartingWith("refused: ROLLBACK TO");
                    assertDoomedForGood();
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("E3 of two databases the one that can undo does so, and the transaction goes as a whole")
    void secondDatabase() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    insertAudit("outer");
                    refuse(wire(), "ROLLBACK TO");
                    failing(() -> {
                        insert("nested");
                        insertAudit("nested");
                    });
                    assertThat(surroundings().audit().wire().savepointStatements())
                            .as("sent to the other database")
                            .anyMatch(sql -> sql.startsWith("ROLLBACK TO"));
                    assertDoomedForGood();
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A failed statement leaves PostgreSQL's transaction of no use until it is rolled back to a savepoint. */
@PostgreSqlOnly
class AbortedTransactionTest extends ScopeTest {

    private static final String ABORTED = "25P02";

    AbortedTransactionTest(Product product) {
        super(product);
    }

    private void failCaught() throws SQLException {
        insert("a");
        assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> insert("refused")).isInstanceOf(BrokenScopeException.class);
    }

    @Test
    @DisplayName(
            "G4 lifting the flag alone is not enough: the database refuses the next statement, which dooms the scope")
    void liftingIsNotEnough() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    failCaught();
                    xacts.setRollback(false);
                    Throwable refused = catchThrowable(() -> insert("b"));
                    assertThat(((SQLException) refused).getSQLState()).isEqualTo(ABORTED);
                    assertThat(xacts.isRollback()).isTrue();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("G4 rolled back to a savepoint first, it takes statements again, and commits")
    void rolledBackFirst() throws SQLException {
        xacts.run(() -> {
            XactSavepoint savepoint = xacts.savepoint();
            failCaught();
            xacts.rollbackTo(savepoint);
            xacts.setRollback(false);
            insert("b");
        });

        assertThat(rows()).containsExactly("b");
    }

    @Test
    @DisplayName("S1 a flag that was lifted over an aborted transaction doesn't turn its roll back into a commit")
    void liftedIsNotCommitted() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    failCaught();
                    xacts.setRollback(false);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("S1 nor does it commit the half of two databases")
    void liftedIsNotHalfCommitted() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("a");
                    failCaught();
                    xacts.setRollback(false);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("S1 a nested scope that lifts it can't be kept, and that is said at an edge")
    void liftedInNestedScope() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    xacts.run(() -> {
                        failCaught();
                        xacts.setRollback(false);
                    });
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }
}

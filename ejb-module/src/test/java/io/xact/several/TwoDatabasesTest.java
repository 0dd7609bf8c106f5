// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.several;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Wire;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two XA data sources in one transaction. */
@EveryProduct
class TwoDatabasesTest extends ScopeTest {

    TwoDatabasesTest(Product product) {
        super(product);
    }

    private void insertBoth(String name) throws SQLException {
        insert(name);
        insertAudit(name);
    }

    private Wire auditWire() {
        return surroundings().audit().wire();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("M1 a failure after writes to both leaves neither")
    void failureLeavesNeither(Form form) {
        assertThatThrownBy(() -> form.in(surroundings()).run(() -> {
                    insertBoth("a");
                    throw new IllegalStateException("after both");
                }))
                .hasMessage("after both");

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("M1 so does a failed statement on the second; without one both are there")
    void failedStatement() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertBoth("a");
                    insertAudit("a");
                }))
                .isInstanceOf(SQLException.class);
        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();

        xacts.run(() -> insertBoth("b"));
        assertThat(rows()).containsExactly("b");
        assertThat(auditRows()).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("M3 a nested scope's roll back undoes its work on both, and the outer work on both is kept")
    void nestedIsUndoneOnBoth(Form form) throws SQLException {
        xacts.run(() -> {
            insertBoth("outer");
            form.in(surroundings()).run(() -> {
                insertBoth("nested");
                throw new Rollback();
            });
            insertBoth("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
        assertThat(auditRows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("M3 a failed statement on one of them undoes the nested work on the other too")
    void failureOnOneUndoesBoth() throws SQLException {
        xacts.run(() -> {
            insertBoth("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertBoth("nested");
                        insert("outer");
                    }))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertBoth("nested");
                        assertThatThrownBy(() -> insertAudit("outer")).isInstanceOf(SQLException.class);
                    }))
                    .isInstanceOf(XactRolledBackException.class);
        });

        assertThat(rows()).containsExactly("outer");
        assertThat(auditRows()).containsExactly("outer");
    }

    @Test
    @DisplayName("M4 one that is first touched deep inside gets a savepoint for each open scope, before its statement")
    void lateJoiner() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            xacts.run(() -> {
                insert("middle");
                failing(() -> insertAudit("deepest"));
                insertAudit("middle");
            });
            failing(() -> {
                insertAudit("undone");
                xacts.run(() -> insertAudit("undone too"));
            });
            insertAudit("outermost");
        });

        assertThat(rows()).containsExactly("middle", "outermost");
        assertThat(auditRows()).containsExactly("middle", "outermost");
        assertThat(auditWire().sent().subList(1, 4))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("SAVEPOINT "),
                        second -> assertThat(second).startsWith("SAVEPOINT "),
                        third -> assertThat(third).startsWith("INSERT "));
    }

    @Test
    @DisplayName("M5 one that is not touched is sent nothing, whatever the scopes do on the other")
    void untouched() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> insert("nested"));
            failing(() -> insert("undone"));
        });

        assertThat(auditWire().sent()).isEmpty();
        assertThat(rows()).containsExactly("nested", "outer");
    }

    @Test
    @DisplayName("M5 nor is it sent a savepoint of a scope that doesn't touch it, though an outer one has")
    void untouchedInside() throws SQLException {
        xacts.run(() -> {
            insertAudit("outer");
            xacts.run(() -> insert("nested"));
            failing(() -> insert("undone"));
            insertAudit("after");
        });

        assertThat(auditWire().savepointStatements()).isEmpty();
        assertThat(rows()).containsExactly("nested");
        assertThat(auditRows()).containsExactly("after", "outer");
    }
}

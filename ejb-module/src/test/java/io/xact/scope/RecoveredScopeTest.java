// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code that undoes its failed work itself, and goes on. */
@EveryProduct
class RecoveredScopeTest extends ScopeTest {

    RecoveredScopeTest(Product product) {
        super(product);
    }

    /** A statement fails in a merged scope; the failure leaves that and is caught. */
    private void failInMergedScope(Form form) {
        assertThatThrownBy(() -> form.merged(surroundings()).run(() -> {
                    insert("undone");
                    insert("outer");
                }))
                .isInstanceOf(SQLException.class);
        assertThat(xacts.isRollback()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("D2 code that lifts the flag and rolls back to its savepoint keeps the rest of the scope")
    void liftedThenUndone(Form form) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            XactSavepoint savepoint = xacts.savepoint();
            failInMergedScope(form);
            xacts.setRollback(false);
            xacts.rollbackTo(savepoint);
            assertThat(items.names()).containsExactly("outer");
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("D2 the other way round too: rolled back in the doomed scope, whose flag that leaves, and then lifted")
    void undoneThenLifted(Form form) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            XactSavepoint savepoint = xacts.savepoint();
            failInMergedScope(form);
            xacts.rollbackTo(savepoint);
            assertThat(xacts.isRollback()).as("left by rollbackTo").isTrue();
            xacts.setRollback(false);
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("D2 in a nested scope, what is around it hears nothing of it")
    void inNestedScope() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("nested");
                XactSavepoint savepoint = xacts.savepoint();
                failInMergedScope(Form.LAMBDA);
                xacts.rollbackTo(savepoint);
                xacts.setRollback(false);
            });
            assertThat(xacts.isRollback()).isFalse();
        });

        assertThat(rows()).containsExactly("nested", "outer");
    }
}

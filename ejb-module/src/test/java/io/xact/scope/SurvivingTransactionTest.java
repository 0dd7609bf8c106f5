// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2's transaction survives a failed statement. */
class SurvivingTransactionTest extends ScopeTest {

    SurvivingTransactionTest() {
        super(Product.H2);
    }

    @Test
    @DisplayName("G4 once its flag is lifted the scope takes statements again, and commits")
    void takesStatementsAgain() throws SQLException {
        xacts.run(() -> {
            insert("a");
            assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> insert("refused")).isInstanceOf(BrokenScopeException.class);
            xacts.setRollback(false);
            insert("b");
        });

        assertThat(rows()).containsExactly("a", "b");
    }
}

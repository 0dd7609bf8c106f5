// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rollback flag belongs to a scope, and decides at its edge. */
@EveryProduct
class FlagTest extends ScopeTest {

    FlagTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("D1 the flag starts false; set, it rolls the outermost scope back without an exception")
    void rollsBackWithoutException() throws SQLException {
        String result = xacts.call(() -> {
            assertThat(xacts.isRollback()).isFalse();
            insert("a");
            xacts.setRollback(true);
            assertThat(xacts.isRollback()).isTrue();
            return "returned";
        });

        assertThat(result).isEqualTo("returned");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("D3 outside any scope the flag can be neither read nor set")
    void outsideAnyScope() {
        assertThatThrownBy(xacts::isRollback).isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.setRollback(true)).isInstanceOf(XactStateException.class);
    }

    @Test
    @DisplayName("D4 the flag of a nested scope rolls back that scope alone")
    void rollsBackNestedScopeAlone() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("inner");
                xacts.setRollback(true);
            });
            assertThat(xacts.isRollback()).as("the outer scope's flag").isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("G3 a failed statement that is caught dooms its scope: statements are refused, the edge says why")
    void caughtFailureDoomsItsScope() throws SQLException {
        xacts.run(() -> {
            insert("a");
            assertThatThrownBy(() -> xacts.with().named("inner").run(() -> {
                        assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
                        assertThatThrownBy(() -> insert("b"))
                                .isInstanceOf(BrokenScopeException.class)
                                .hasCauseInstanceOf(SQLException.class);
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasMessageContaining("scope > inner")
                    .hasCauseInstanceOf(SQLException.class);
            insert("c");
        });

        assertThat(rows()).containsExactly("a", "c");
    }

    @Test
    @DisplayName("after setRollback(true) statements are refused, without a cause")
    void statementsAfterFlagAreRefused() {
        xacts.run(() -> {
            xacts.setRollback(true);
            assertThatThrownBy(() -> insert("a"))
                    .isInstanceOf(BrokenScopeException.class)
                    .hasNoCause();
        });

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a lifted flag lets the scope commit")
    void liftedFlagCommits() throws SQLException {
        xacts.run(() -> {
            insert("a");
            xacts.setRollback(true);
            xacts.setRollback(false);
            insert("b");
        });

        assertThat(rows()).containsExactly("a", "b");
    }
}

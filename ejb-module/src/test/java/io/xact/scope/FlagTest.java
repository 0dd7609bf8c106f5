// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.Status;
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
    @DisplayName("D3 outside any scope the flag can be neither read nor set nor lifted")
    void outsideAnyScope() {
        assertNoFlag();
        xacts.run(() -> xacts.onCommit(this::assertNoFlag));
    }

    @Test
    @DisplayName("D3 a foreign transaction is no scope, even after there was one in it")
    void inForeignTransaction() throws Exception {
        Surroundings.transactionManager().begin();
        assertNoFlag();
        xacts.run(() -> assertThat(xacts.isRollback()).isFalse());
        assertNoFlag();
        assertThat(Surroundings.transactionManager().getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        Surroundings.transactionManager().rollback();
    }

    private void assertNoFlag() {
        assertThatThrownBy(xacts::isRollback).isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.setRollback(true)).isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.setRollback(false)).isInstanceOf(XactStateException.class);
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
    @DisplayName("D4 set in a merged scope, it is the flag of the nearest scope with a savepoint")
    void mergedSetsTheFlagAround() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            xacts.run(() -> {
                insert("nested");
                xacts.with().savepoint(false).run(() -> {
                    insert("merged");
                    xacts.setRollback(true);
                });
                assertThat(xacts.isRollback()).as("the nested scope's flag").isTrue();
            });
            assertThat(xacts.isRollback()).as("the outermost scope's flag").isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @Test
    @DisplayName("G3 K11 a failed statement that is caught dooms its scope: statements are refused, the edge says why")
    void caughtFailureDoomsItsScope() throws SQLException {
        xacts.run(() -> {
            insert("a");
            assertThatThrownBy(() -> xacts.with().named("inner").run(() -> {
                        Throwable first = catchThrowable(() -> insert("a"));
                        assertThat(first).isInstanceOf(SQLException.class);
                        assertRefused(first);
                        assertRefused(first);
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasMessageContaining("scope > inner")
                    .hasCauseInstanceOf(SQLException.class);
            insert("c");
        });

        assertThat(rows()).containsExactly("a", "c");
    }

    private void assertRefused(Throwable first) {
        Throwable refused = catchThrowable(() -> insert("b"));
        assertThat(refused).isInstanceOf(BrokenScopeException.class);
        assertThat(refused.getCause()).isSameAs(first);
        assertThat(catchThrowable(items::names)).as("a query").isInstanceOf(BrokenScopeException.class);
    }

    @Test
    @DisplayName("G3 K11 nor does the outermost scope commit as if nothing had failed; older data is left as it was")
    void caughtFailureDoomsOutermostScope() throws SQLException {
        xacts.run(() -> insert("older"));
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("newer");
                    assertRefused(catchThrowable(() -> insert("older")));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(rows()).containsExactly("older");
    }

    @Test
    @DisplayName("K11 an exception of other code, caught inside the scope, is none of its business: it commits")
    void otherExceptionCaughtInside() throws SQLException {
        xacts.run(() -> {
            insert("a");
            try {
                throw new IllegalStateException("no statement");
            } catch (IllegalStateException recovered) {
                insert("recovered");
            }
        });

        assertThat(rows()).containsExactly("a", "recovered");
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

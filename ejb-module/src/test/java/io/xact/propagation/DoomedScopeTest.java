// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves a doomed scope, and what is entered in one. */
@EveryProduct
class DoomedScopeTest extends ScopeTest {

    DoomedScopeTest(Product product) {
        super(product);
    }

    private void doom() throws SQLException {
        insert("a");
        assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName(
            "G3 a text that the database refuses dooms the scope, whether its driver asks when it prepares or later")
    void refusedTextDooms() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    assertThatThrownBy(this::queryOfMissingColumn).isInstanceOf(SQLException.class);
                    assertThat(xacts.isRollback()).isTrue();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(rows()).isEmpty();
    }

    private void queryOfMissingColumn() throws SQLException {
        try (Connection connection = items.orders().getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT no_such_column FROM item")) {
            query.executeQuery();
        }
    }

    @Test
    @DisplayName("the first failure in a doomed scope is suppressed on the exception that leaves it")
    void firstFailureIsSuppressed() {
        Throwable leaving = failing(this::doom);

        assertThat(leaving.getSuppressed())
                .hasOnlyElementsOfType(SQLException.class)
                .hasSize(1);
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("unless it is among that exception's causes already")
    void firstFailureIsNotSaidTwice() {
        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insert("a");
            try {
                insert("a");
            } catch (SQLException e) {
                throw new IllegalStateException("wrapped", e);
            }
        }));

        assertThat(thrown).hasMessage("wrapped").hasNoSuppressedExceptions();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a failure and then setRollback(true) stays loud, unless the flag was lifted in between")
    void failureStaysLoud() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    doom();
                    xacts.setRollback(true);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);
        xacts.run(() -> {
            doom();
            xacts.setRollback(false);
            xacts.setRollback(true);
        });

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a Rollback ends it in silence")
    void rollbackEndsItInSilence() throws SQLException {
        xacts.run(() -> {
            doom();
            throw new Rollback();
        });

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("D5 a scope entered while the flag is set takes no savepoint, not even once it is lifted inside")
    void takesNoSavepoint(Form form) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.setRollback(true);
            form.in(surroundings()).run(() -> {
                assertThat(xacts.depth()).isEqualTo(2);
                assertThat(xacts.isRollback()).as("seen inside").isTrue();
                xacts.setRollback(false);
                insert("inner");
            });
        });

        assertThat(wire().savepointStatements()).isEmpty();
        assertThat(rows()).containsExactly("inner", "outer");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("D5 it leaves the flag as it is, however it ends, and swallows a Rollback")
    void leavesTheFlagAsItIs(Form form) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.setRollback(true);
            form.in(surroundings()).run(() -> assertThat(xacts.isRollback()).isTrue());
            assertThat(xacts.isRollback()).as("after a scope that ended well").isTrue();
            form.in(surroundings()).run(() -> {
                throw new Rollback();
            });
            assertThat(xacts.isRollback()).as("after a Rollback").isTrue();
        });

        assertThat(wire().savepointStatements()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("D5 its failure comes out of it, and is nothing new to the scope around it")
    void failureComesOutOfIt() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.setRollback(true);
            failing(() -> assertThat(xacts.isRollback()).isTrue());
            assertThat(xacts.isRollback()).isTrue();
        });

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a Rollback's value is the result also of a scope entered in a doomed one")
    void valueOfScopeInDoomedScope() {
        String value = xacts.call(() -> {
            xacts.setRollback(true);
            return xacts.<String, RuntimeException>call(() -> {
                throw Rollback.returning("value");
            });
        });

        assertThat(value).isEqualTo("value");
    }

    @Test
    @DisplayName("D6 an outermost scope begins with a clear flag, whatever came before on its thread")
    void nextScopeBeginsClear() throws SQLException {
        xacts.run(() -> xacts.setRollback(true));
        assertNextIsClear("after a wish");
        failing(() -> insert("undone"));
        assertNextIsClear("after an exception");
        assertThatThrownBy(() -> xacts.run(this::doom)).isInstanceOf(XactRolledBackException.class);
        assertNextIsClear("after a failed statement");

        assertThat(rows()).containsExactly("after a failed statement", "after a wish", "after an exception");
    }

    private void assertNextIsClear(String name) throws SQLException {
        xacts.run(() -> {
            assertThat(xacts.isRollback()).as(name).isFalse();
            insert(name);
        });
    }
}

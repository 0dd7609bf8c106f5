// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.HeuristicOutcomeException;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The database ends the session of a scope. */
@EveryProduct
class LostConnectionTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    LostConnectionTest(Product product) {
        super(product);
    }

    private void insertWithHooks(String name) throws SQLException {
        insert(name);
        xacts.onCommit(() -> ran.add("commit of " + name));
        xacts.onRollback(() -> ran.add("roll back of " + name));
    }

    /** Loses the connection, and goes on as if nothing were: by a statement from before, and by a new one. */
    private void loseAndGoOn() throws SQLException {
        try (Connection connection = items.orders().getConnection();
                Statement statement = connection.createStatement()) {
            surroundings().orders().loseConnection();
            assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO item VALUES ('after')"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO item VALUES ('refused')"))
                    .isInstanceOf(BrokenScopeException.class)
                    .hasCauseInstanceOf(SQLException.class);
        }
        assertThat(catchThrowable(() -> insert("refused"))).isNotNull();
        assertThat(xacts.isRollback()).isTrue();
    }

    private void assertNextIsClean() throws SQLException {
        ran.clear();
        wire().tap(call -> {});
        surroundings().audit().wire().tap(call -> {});
        xacts.run(() -> insertWithHooks("next"));
        assertThat(ran).containsExactly("commit of next");
        assertThat(rows()).containsExactly("next");
    }

    @Test
    @DisplayName("G5 I17 a lost connection costs the whole scope with its hooks, and the next one is clean")
    void costsTheScope() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    loseAndGoOn();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(ran).containsExactly("roll back of a");
        assertThat(rows()).isEmpty();
        assertNextIsClean();
    }

    @Test
    @DisplayName("G5 I17 lost in a nested scope, the outer scope can't go on either, whoever catches what")
    void lostInNestedScope() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("outer");
                    assertThatThrownBy(() -> xacts.run(() -> {
                                insertWithHooks("nested");
                                loseAndGoOn();
                            }))
                            .isInstanceOf(XactRolledBackException.class);
                    assertThat(catchThrowable(() -> insert("refused"))).isNotNull();
                    assertThat(xacts.isRollback()).isTrue();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(ran).containsExactly("roll back of nested", "roll back of outer");
        assertThat(rows()).isEmpty();
        assertNextIsClean();
    }

    @Test
    @DisplayName("G5 the code's own exception that leaves the scope comes out, with the loss suppressed")
    void usersExceptionWins() throws SQLException {
        Throwable failure = failing(() -> {
            insertWithHooks("a");
            loseAndGoOn();
        });

        assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(SQLException.class);
        assertThat(rows()).isEmpty();
        assertNextIsClean();
    }

    @Test
    @DisplayName("G5 a loss that nobody noticed before the commit is never told as a commit; no commit hook runs")
    void unnoticedBeforeTheCommit() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    surroundings().orders().loseConnection();
                }))
                .isInstanceOfAny(XactRolledBackException.class, HeuristicOutcomeException.class);

        assertThat(ran).doesNotContain("commit of a");
        assertThat(rows()).isEmpty();
        assertNextIsClean();
    }

    @Test
    @DisplayName("G5 of two databases, the loss of one takes the work on the other along")
    void oneOfTwo() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    insertAudit("a");
                    surroundings().audit().loseConnection();
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(ran).containsExactly("roll back of a");
        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
        assertNextIsClean();
    }
}

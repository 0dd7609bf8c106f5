// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.Guarded;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guarded connection follows the scopes, and is otherwise like any other. */
@EveryProduct
class GuardedConnectionTest extends ScopeTest {

    GuardedConnectionTest(Product product) {
        super(product);
    }

    private Connection open() throws SQLException {
        return items.orders().getConnection();
    }

    /** What would end the transaction behind the scope's back. */
    enum Refused {
        COMMIT {
            @Override
            void call(Connection connection) throws SQLException {
                connection.commit();
            }
        },
        ROLLBACK {
            @Override
            void call(Connection connection) throws SQLException {
                connection.rollback();
            }
        },
        AUTO_COMMIT {
            @Override
            void call(Connection connection) throws SQLException {
                connection.setAutoCommit(true);
            }
        },
        SAVEPOINT {
            @Override
            void call(Connection connection) throws SQLException {
                connection.setSavepoint();
            }
        };

        abstract void call(Connection connection) throws SQLException;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G1 G2 ending the transaction by hand is refused in a scope, and nothing changes")
    void refusedInScope(Refused refused) throws SQLException {
        xacts.run(() -> {
            insert("a");
            try (Connection connection = open()) {
                boolean before = connection.getAutoCommit();
                assertThatThrownBy(() -> refused.call(connection))
                        .isInstanceOf(XactStateException.class)
                        .hasMessageContaining("java:/OrdersDS");
                assertThat(connection.getAutoCommit()).isEqualTo(before);
            }
            insert("b");
        });

        assertThat(rows()).containsExactly("a", "b");
    }

    @Test
    @DisplayName("outside any transaction it commits and rolls back by hand")
    void byHandOutside() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO item VALUES ('a')");
            connection.commit();
            statement.executeUpdate("INSERT INTO item VALUES ('b')");
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("decision 8: an empty nested scope sends nothing, and a database that is not touched is not enlisted")
    void emptyScopeSendsNothing() {
        xacts.run(() -> xacts.run(() -> assertThat(xacts.depth()).isEqualTo(2)));

        assertThat(wire().sent()).isEmpty();
    }

    @Test
    @DisplayName("M4 a database first touched deep inside gets a savepoint for every open scope, before its statement")
    void lateJoinerGetsAllSavepoints() throws SQLException {
        xacts.run(() -> {
            xacts.run(() -> {
                assertThatThrownBy(() -> xacts.run(() -> {
                            insert("deepest");
                            throw new IllegalStateException("deepest");
                        }))
                        .hasMessage("deepest");
                insert("middle");
            });
            insert("outer");
        });

        assertThat(rows()).containsExactly("middle", "outer");
        assertThat(wire().sent())
                .filteredOn(call -> call.contains("SAVEPOINT") || call.startsWith("INSERT"))
                .extracting(call -> call.replaceFirst(" xact_\\w+| INTO item.*", ""))
                .containsExactly(
                        "SAVEPOINT",
                        "SAVEPOINT",
                        "INSERT",
                        "ROLLBACK TO SAVEPOINT",
                        "RELEASE SAVEPOINT",
                        "INSERT",
                        "RELEASE SAVEPOINT",
                        "INSERT");
    }

    @Test
    @DisplayName("a statement prepared before the nested scope is undone with it")
    void preparedBeforeTheScope() throws SQLException {
        xacts.run(() -> {
            try (Connection connection = open();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (?)")) {
                insert(insert, "outer");
                assertThatThrownBy(() -> xacts.run(() -> {
                            insert(insert, "inner");
                            throw new IllegalStateException("inner");
                        }))
                        .hasMessage("inner");
                insert(insert, "after");
            }
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    private static void insert(PreparedStatement insert, String name) throws SQLException {
        insert.setString(1, name);
        insert.executeUpdate();
    }

    @Test
    @DisplayName("a batch, an updatable row and a table of meta data are statements too")
    void otherStatements() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        batchAndRow();
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            xacts.setRollback(true);
            try (Connection connection = open()) {
                assertThatThrownBy(() -> connection.getMetaData().getTables(null, null, "ITEM", null))
                        .isInstanceOf(BrokenScopeException.class);
            }
            xacts.setRollback(false);
        });

        assertThat(rows()).containsExactly("outer");
    }

    private void batchAndRow() throws SQLException {
        try (Connection connection = open();
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
            statement.addBatch("INSERT INTO item VALUES ('batch')");
            statement.executeBatch();
            try (ResultSet rows = statement.executeQuery("SELECT name FROM item WHERE name = 'outer'")) {
                rows.next();
                rows.updateString(1, "changed");
                rows.updateRow();
            }
        }
    }

    @Test
    @DisplayName("a failure while rows are fetched dooms the scope")
    void failureWhileFetching() throws SQLException {
        for (String name : List.of("0", "1", "2")) {
            insert(name);
        }
        assertThatThrownBy(() -> xacts.run(() -> {
                    try (Connection connection = open();
                            Statement statement = connection.createStatement()) {
                        statement.setFetchSize(1);
                        assertThatThrownBy(() -> readAll(statement)).isInstanceOf(SQLException.class);
                    }
                    assertThat(xacts.isRollback()).isTrue();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(rows()).hasSize(3);
    }

    private static void readAll(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 / (2 - CAST(name AS INT)) FROM item ORDER BY name")) {
            while (rows.next()) {
                assertThat(rows.getInt(1)).isNotNegative();
            }
        }
    }

    @Test
    @DisplayName("what it hands out leads back to the guarded connection")
    void leadsBack() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(rows.getStatement()).isSameAs(statement);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(Set.of(connection))
                    .contains(rows.getStatement().getConnection())
                    .isNotEqualTo(Set.of(statement));
            assertThat(connection.toString()).startsWith("guarded ");
        }
    }

    @Test
    @DisplayName("a connection of a suspended transaction is refused, not silently used there")
    void connectionOfSuspendedTransaction() throws SQLException {
        xacts.run(() -> {
            try (Connection connection = open();
                    Statement statement = connection.createStatement()) {
                xacts.with()
                        .requiresNew(true)
                        .run(() -> assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO item VALUES ('a')"))
                                .isInstanceOf(XactStateException.class)
                                .hasMessageContaining("suspended"));
            }
        });

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a data source that is not there is named at its first use, with the cure")
    void unknownDataSource() {
        DataSource unknown = xacts.guarded("java:/NoSuchDS");

        assertThatThrownBy(unknown::getConnection)
                .isInstanceOf(XactDefinitionException.class)
                .hasMessageContaining("java:/NoSuchDS")
                .hasMessageContaining("@Guarded");
    }

    @Test
    @DisplayName("the data source passes on what is not about scopes")
    void dataSourcePassesOn() throws SQLException {
        DataSource orders = items.orders();

        orders.setLoginTimeout(0);
        assertThat(orders.getLoginTimeout()).isZero();
        assertThat(orders.unwrap(DataSource.class)).isSameAs(orders);
        assertThat(orders.isWrapperFor(DataSource.class)).isTrue();
        assertThat(orders.isWrapperFor(Connection.class)).isFalse();
        assertThat(orders).hasToString("guarded data source java:/OrdersDS");
    }

    @Test
    @DisplayName("a guarded data source can be selected by its literal")
    void selectedByLiteral() throws SQLException {
        DataSource selected = surroundings()
                .container()
                .select(DataSource.class, Guarded.Literal.of("java:/OrdersDS"))
                .get();

        try (Connection connection = selected.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}

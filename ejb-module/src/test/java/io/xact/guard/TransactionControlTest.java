// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that would end or divide the transaction behind a scope's back, and texts that only look so. */
@EveryProduct
class TransactionControlTest extends ScopeTest {

    private final Product product;

    TransactionControlTest(Product product) {
        super(product);
        this.product = product;
    }

    /** The ways to bring a text to the database. */
    enum Way {
        EXECUTE {
            @Override
            void send(Connection connection, String sql) throws SQLException {
                connection.createStatement().execute(sql);
            }
        },
        UPDATE_FOR_KEYS {
            @Override
            void send(Connection connection, String sql) throws SQLException {
                connection.createStatement().executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
            }
        },
        BATCH {
            @Override
            void send(Connection connection, String sql) throws SQLException {
                connection.createStatement().addBatch(sql);
            }
        },
        PREPARED {
            @Override
            void send(Connection connection, String sql) throws SQLException {
                connection.prepareStatement(sql).execute();
            }
        },
        CALLED {
            @Override
            void send(Connection connection, String sql) throws SQLException {
                connection.prepareCall(sql).execute();
            }
        };

        abstract void send(Connection connection, String sql) throws SQLException;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        "COMMIT",
                        "  rollBack  ",
                        ";; Commit;",
                        "/* not yet */ -- really\n COMMIT",
                        "(COMMIT)",
                        "SAVEPOINT mine",
                        "RELEASE SAVEPOINT mine",
                        "ROLLBACK TO SAVEPOINT mine",
                        "BEGIN",
                        "START TRANSACTION",
                        "END",
                        "ABORT",
                        "PREPARE TRANSACTION 'mine'",
                        "SET AUTOCOMMIT TRUE",
                        "XA END 'mine'",
                        "SELECT 1; COMMIT",
                        "SELECT ';'; /* ; */ ROLLBACK")
                .flatMap(sql -> Stream.of(Way.values()).map(way -> Arguments.of(way, sql)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("G2 a text that controls the transaction is refused in a scope, nothing is sent, and work goes on")
    void refusedInScope(Way way, String sql) throws SQLException {
        xacts.run(() -> {
            insert("a");
            List<String> before = wire().sent();
            try (Connection connection = items.orders().getConnection()) {
                assertThatThrownBy(() -> way.send(connection, sql))
                        .isInstanceOf(XactStateException.class)
                        .hasMessageContaining("java:/OrdersDS");
            }
            assertThat(wire().sent()).isEqualTo(before);
            assertThat(xacts.isRollback()).as("doomed").isFalse();
            insert("b");
        });

        assertThat(rows()).containsExactly("a", "b");
    }

    @Test
    @DisplayName("G2 in a scope it is refused when it is prepared already")
    void preparedInside() throws SQLException {
        xacts.run(() -> {
            try (Connection connection = items.orders().getConnection()) {
                assertThatThrownBy(() -> connection.prepareStatement("COMMIT")).isInstanceOf(XactStateException.class);
            }
        });

        assertThat(wire().statementTrips()).isEmpty();
    }

    @Test
    @DisplayName("G2 what was prepared outside is refused in a scope when it is executed")
    void preparedOutside() throws SQLException {
        try (Connection connection = items.orders().getConnection();
                PreparedStatement commit = connection.prepareStatement("COMMIT")) {
            xacts.run(() -> assertThatThrownBy(commit::execute).isInstanceOf(XactStateException.class));
        }

        assertThat(wire().statementTrips()).isEmpty();
    }

    static Stream<String> lookAlikes() {
        return Stream.of(
                "SELECT 'a''; COMMIT'",
                "SELECT 1 AS \"commit\"",
                "SELECT 1 AS release, 2 AS savepoint",
                "SELECT 1 -- ; COMMIT",
                "SELECT 1 /* ; /* ; */ ROLLBACK; */",
                "DELETE FROM item WHERE name = 'COMMIT; ROLLBACK'",
                "UPDATE item SET name = 'COMMIT' WHERE name = '; ABORT'");
    }

    @ParameterizedTest
    @MethodSource("lookAlikes")
    @DisplayName("what only looks so passes")
    void lookAlike(String sql) throws SQLException {
        sendInScope(sql);

        assertThat(rows()).as("what the scope has committed").containsExactly("before");
    }

    static Stream<String> lookAlikesOnPostgres() {
        return Stream.of(
                "SELECT E'it\\'; COMMIT; --'",
                "SELECT $$; COMMIT; $$, $tag$ $$; ROLLBACK; $tag$",
                "SET search_path = public",
                "SET LOCAL work_mem = '4MB'",
                "PREPARE transactions AS SELECT 1; DEALLOCATE transactions",
                "DO $$ BEGIN PERFORM 1; END; $$",
                "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                "CREATE FUNCTION pg_temp.g() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END",
                "CREATE PROCEDURE pg_temp.p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$",
                "MERGE INTO item i USING (SELECT 'COMMIT' n) s ON i.name = s.n WHEN MATCHED THEN DELETE",
                "EXPLAIN SELECT 1");
    }

    @ParameterizedTest
    @MethodSource("lookAlikesOnPostgres")
    @DisplayName("what only looks so passes, in the words of PostgreSQL")
    void lookAlikeOnPostgres(String sql) throws SQLException {
        boolean isUnderstood = product == Product.POSTGRESQL;
        sendInScope(isUnderstood ? sql : "SELECT 1");

        assertThat(rows()).as("what the scope has committed").containsExactly("before");
    }

    private void sendInScope(String sql) throws SQLException {
        xacts.run(() -> {
            insert("before");
            xacts.run(() -> {
                try (Connection connection = items.orders().getConnection()) {
                    Way.EXECUTE.send(connection, sql);
                }
            });
        });
    }

    @Test
    @DisplayName("outside any scope they pass")
    void outside() throws SQLException {
        try (Connection connection = items.orders().getConnection()) {
            connection.setAutoCommit(false);
            Way.EXECUTE.send(connection, "INSERT INTO item VALUES ('a')");
            Way.EXECUTE.send(connection, "SAVEPOINT mine");
            Way.EXECUTE.send(connection, "INSERT INTO item VALUES ('b')");
            Way.EXECUTE.send(connection, "ROLLBACK TO SAVEPOINT mine");
            Way.EXECUTE.send(connection, "RELEASE SAVEPOINT mine");
            Way.EXECUTE.send(connection, "COMMIT");
            connection.setAutoCommit(true);
        }

        assertThat(rows()).containsExactly("a");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.StatementLog;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** Statements that have savepoints travel before them answer as if they were alone; also by the server's wrappers. */
@ApplicationScoped
public class PrefixCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private Tables tables;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Table items;

    @PostConstruct
    void find() {
        items = tables.postgresql();
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** Twice, each as the first work of a nested scope: behind a savepoint, and behind a release and a savepoint. */
    private void assertFirstInScope(Work work) throws Exception {
        items.executeByOther("INSERT INTO item VALUES ('a', 1), ('b', 2)");
        StatementLog log = StatementLog.of(items);
        xacts.run(() -> {
            items.names();
            for (int i = 0; i < 2; i++) {
                xacts.run(() -> {
                    try (Connection connection = items.guarded().getConnection()) {
                        work.with(connection);
                    }
                });
            }
        });

        assertThat(log.statements())
                .as("what arrived")
                .filteredOn(statement -> statement.contains("SAVEPOINT"))
                .extracting(statement -> statement.split(" ", -1)[0])
                .containsExactly("SAVEPOINT", "RELEASE", "SAVEPOINT", "RELEASE");
    }

    @DisplayName("behind a savepoint: update counts, of statements with and without parameters")
    public void updateCounts() throws Exception {
        assertFirstInScope(connection -> {
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE item SET amount = amount + 1"))
                        .isEqualTo(2);
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("UPDATE item SET amount = amount + 1 WHERE name = ?")) {
                statement.setString(1, "a");
                assertThat(statement.executeUpdate()).isEqualTo(1);
                statement.setString(1, "none");
                assertThat(statement.executeUpdate()).isZero();
            }
        });
    }

    @DisplayName("behind a savepoint: rows, of a prepared query that is executed again with other parameters")
    public void rows() throws Exception {
        assertFirstInScope(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT amount FROM item WHERE name = ?")) {
                assertThat(amounts(query, "a")).containsExactly(1);
                assertThat(amounts(query, "b")).containsExactly(2);
                assertThat(amounts(query, "none")).isEmpty();
            }
        });
    }

    private static List<Integer> amounts(PreparedStatement query, String name) throws SQLException {
        query.setString(1, name);
        List<Integer> amounts = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                amounts.add(rows.getInt(1));
            }
        }
        return amounts;
    }

    @DisplayName("behind a savepoint: what execute() found, and no further results behind it")
    public void execute() throws Exception {
        assertFirstInScope(connection -> {
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.execute("SELECT name FROM item ORDER BY name"))
                        .isTrue();
                try (ResultSet rows = statement.getResultSet()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo("a");
                    assertThat(rows.getStatement()).isSameAs(statement);
                }
                assertThat(statement.getMoreResults()).isFalse();
                assertThat(statement.getUpdateCount()).isEqualTo(-1);
            }
        });
    }

    @DisplayName("behind a savepoint: generated keys, and rows of RETURNING")
    public void generatedKeys() throws Exception {
        assertFirstInScope(connection -> {
            String sql = "INSERT INTO item (name, amount) SELECT 'c' || count(*), 7 FROM item";
            try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"name"})) {
                assertThat(insert.executeUpdate()).isEqualTo(1);
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    assertThat(keys.next()).isTrue();
                    assertThat(keys.getString("name")).startsWith("c");
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("DELETE FROM item WHERE name LIKE 'c%' RETURNING amount")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(7);
            }
        });
    }

    @DisplayName("behind a savepoint: batches, of texts and of parameters")
    public void batches() throws Exception {
        assertFirstInScope(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE item SET amount = amount + ? WHERE name = ?")) {
                for (String name : new String[] {"a", "none", "b"}) {
                    update.setInt(1, 1);
                    update.setString(2, name);
                    update.addBatch();
                }
                assertThat(update.executeBatch()).containsExactly(1, 0, 1);
            }
            try (Statement statement = connection.createStatement()) {
                statement.addBatch("UPDATE item SET amount = 1 WHERE name = 'a'");
                statement.addBatch("UPDATE item SET amount = 2 WHERE name = 'b'");
                assertThat(statement.executeBatch()).containsExactly(1, 1);
            }
        });
    }

    @DisplayName("A8 a prepared statement that fails behind a savepoint costs its scope only")
    public void failing() throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> items.insert("outer")))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            thrown -> assertThat(thrown.getSQLState()).isEqualTo("23505"));
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }
}

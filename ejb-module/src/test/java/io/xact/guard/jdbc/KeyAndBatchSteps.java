// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Step.alone;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Generated keys, asked for in each way, and batches. */
final class KeyAndBatchSteps {

    private static final String INSERT = "INSERT INTO probe (name) VALUES ('new')";
    private static final String PREPARED = "INSERT INTO probe (name) VALUES (?)";
    private static final String[] NAMES = {"id", "amount"};
    private static final int[] INDEXES = {1};

    private KeyAndBatchSteps() {}

    static Stream<Step> all() {
        return Stream.of(plainKeys(), preparedKeys(), batches(), preparedBatches())
                .flatMap(steps -> steps);
    }

    private interface Execution {
        void on(Statement statement) throws SQLException;
    }

    private static Step plain(String name, Execution execution) {
        return alone("plain, " + name, session -> {
            Statement statement = session.connection().createStatement();
            execution.on(statement);
            keys(statement);
        });
    }

    private static void keys(Statement statement) throws SQLException {
        Walk.rows(statement.getGeneratedKeys());
        Walk.results(statement);
    }

    private static Stream<Step> plainKeys() {
        return Stream.of(
                plain("all keys of executeUpdate", on -> on.executeUpdate(INSERT, Statement.RETURN_GENERATED_KEYS)),
                plain("all keys of execute", on -> on.execute(INSERT, Statement.RETURN_GENERATED_KEYS)),
                plain(
                        "all keys of executeLargeUpdate",
                        on -> on.executeLargeUpdate(INSERT, Statement.RETURN_GENERATED_KEYS)),
                plain("no keys", on -> on.executeUpdate(INSERT, Statement.NO_GENERATED_KEYS)),
                plain("keys by name", on -> on.executeUpdate(INSERT, NAMES)),
                plain("keys by name of execute", on -> on.execute(INSERT, NAMES)));
    }

    private static Stream<Step> preparedKeys() {
        return Stream.of(
                alone(
                        "prepared, all keys",
                        session -> preparedKeys(
                                session.connection().prepareStatement(PREPARED, Statement.RETURN_GENERATED_KEYS))),
                alone(
                        "prepared, no keys",
                        session -> preparedKeys(
                                session.connection().prepareStatement(PREPARED, Statement.NO_GENERATED_KEYS))),
                alone(
                        "prepared, keys by name",
                        session -> preparedKeys(session.connection().prepareStatement(PREPARED, NAMES))),
                Step.silent(
                                "prepared, keys by index",
                                session -> preparedKeys(session.connection().prepareStatement(PREPARED, INDEXES)))
                        .failing());
    }

    private static void preparedKeys(PreparedStatement insert) throws SQLException {
        for (String name : new String[] {"x", "y"}) {
            insert.setString(1, name);
            insert.executeUpdate();
            keys(insert);
        }
    }

    private static Step batch(String name, String... texts) {
        return alone("batch, " + name, session -> {
            Statement statement = session.connection().createStatement();
            for (String sql : texts) {
                statement.addBatch(sql);
            }
            statement.executeBatch();
            Walk.results(statement);
            statement.executeUpdate(INSERT);
        });
    }

    private static Stream<Step> batches() {
        return Stream.of(
                batch("of two", "INSERT INTO probe (name) VALUES ('x')", "UPDATE probe SET small = 1"),
                batch("failing in the middle", INSERT, INSERT, "DELETE FROM probe")
                        .failing(),
                batch("with a query", "SELECT 1"),
                batch("with two texts in one", "DELETE FROM probe WHERE id = 1; DELETE FROM probe WHERE id = 2")
                        .failing(),
                alone("batch, cleared", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.addBatch(INSERT);
                    statement.clearBatch();
                    statement.executeLargeBatch();
                    statement.executeUpdate(INSERT);
                }));
    }

    private static Step preparedBatch(String name, Execution execution, String... values) {
        return alone("prepared batch, " + name, session -> {
            PreparedStatement insert = session.connection().prepareStatement(PREPARED);
            for (String value : values) {
                insert.setString(1, value);
                insert.addBatch();
            }
            execution.on(insert);
            Walk.results(insert);
            insert.setString(1, "later");
            insert.executeUpdate();
        });
    }

    private static Stream<Step> preparedBatches() {
        return Stream.of(
                preparedBatch("of three", Statement::executeBatch, "x", "y", "z"),
                preparedBatch("large", Statement::executeLargeBatch, "x", "y"),
                preparedBatch("failing in the middle", Statement::executeBatch, "x", "a", "y")
                        .failing(),
                alone("prepared batch, keys of each", session -> {
                    PreparedStatement insert =
                            session.connection().prepareStatement(PREPARED, Statement.RETURN_GENERATED_KEYS);
                    for (String value : new String[] {"x", "y"}) {
                        insert.setString(1, value);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    keys(insert);
                }));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Step.alone;
import static io.xact.guard.jdbc.Step.carried;
import static io.xact.guard.jdbc.Step.silent;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;

/** Connections and plain statements: what they hand out, and how long it lives. */
final class ConnectionSteps {

    private ConnectionSteps() {}

    static Stream<Step> all() {
        return Stream.of(identities(), closing(), connections()).flatMap(steps -> steps);
    }

    private static Stream<Step> identities() {
        return Stream.of(
                carried("what is handed out leads back", session -> {
                    Connection connection = session.connection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 1");
                    session.say("connection", statement.getConnection() == connection);
                    session.say("statement", rows.getStatement() == statement);
                    session.say("statement", statement.getResultSet().getStatement() == statement);
                }),
                alone("tables of meta data", session -> {
                            Connection connection = session.connection();
                            DatabaseMetaData metaData = connection.getMetaData();
                            Walk.values(metaData.getPrimaryKeys(null, null, "probe"));
                            metaData.supportsSavepoints();
                        })
                        .whereMissing(),
                carried("one statement executed in many ways", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.executeUpdate("INSERT INTO probe (name) VALUES ('x')");
                    statement
                            .executeQuery("SELECT name FROM probe WHERE id = 1")
                            .next();
                    session.nested(scope -> statement.execute("DELETE FROM probe WHERE id = 2"));
                    Walk.results(statement);
                    session.nested(scope -> Walk.rows(statement.executeQuery("SELECT id FROM probe ORDER BY id")));
                    statement.getWarnings();
                }));
    }

    private static Stream<Step> closing() {
        return Stream.of(
                carried("a statement's rows close with the next execution", session -> {
                            Statement statement = session.connection().createStatement();
                            ResultSet rows = statement.executeQuery("SELECT id FROM probe ORDER BY id");
                            rows.next();
                            session.nested(
                                    scope -> statement.executeQuery("SELECT 2").next());
                            rows.isClosed();
                            rows.next();
                        })
                        .failing(),
                carried("rows are read behind the end of their scope", session -> {
                            Statement statement = session.connection().createStatement();
                            ResultSet[] rows = new ResultSet[1];
                            session.nested(
                                    scope -> rows[0] = statement.executeQuery("SELECT id FROM probe ORDER BY id"));
                            Walk.rows(rows[0]);
                        })
                        .whereMissing(),
                carried("rows are kept when there are more results", session -> {
                    Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM probe ORDER BY id");
                    statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
                    rows.isClosed();
                    statement.getMoreResults(Statement.CLOSE_ALL_RESULTS);
                    rows.isClosed();
                }),
                alone("a statement closes with its rows, as it is told before", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.closeOnCompletion();
                    statement.executeQuery("SELECT 1").close();
                    statement.isClosed();
                }),
                carried("a statement closes with its rows, as it is told after", session -> {
                    Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 1");
                    statement.closeOnCompletion();
                    rows.close();
                    statement.isClosed();
                }),
                carried("a statement is cancelled when it has ended", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.cancel();
                    statement.executeQuery("SELECT 1");
                    statement.cancel();
                    statement.clearWarnings();
                    statement.getResultSet().next();
                }),
                silent("everything closes with the connection", session -> {
                    Connection connection = session.connection();
                    Statement statement = connection.createStatement();
                    connection.close();
                    connection.isClosed();
                    statement.isClosed();
                }));
    }

    private static Stream<Step> connections() {
        return Stream.of(
                silent("settings", session -> {
                    Connection connection = session.connection();
                    connection.getAutoCommit();
                    connection.isReadOnly();
                    connection.getHoldability();
                    connection.getWarnings();
                    connection.getCatalog();
                    connection.isValid(1);
                    connection.nativeSQL("SELECT {fn NOW()}");
                    connection.getTransactionIsolation();
                }),
                alone("a schema", session -> {
                            Connection connection = session.connection();
                            connection.setSchema(connection.getSchema());
                            connection.createStatement().executeQuery("SELECT id FROM probe");
                        })
                        .whereMissing(),
                alone("a call", session -> {
                    CallableStatement call = session.connection().prepareCall("{? = call LENGTH(?)}");
                    call.registerOutParameter(1, java.sql.Types.INTEGER);
                    call.setString(2, "four");
                    call.execute();
                    call.getInt(1);
                    call.wasNull();
                }));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Step.alone;
import static io.xact.guard.jdbc.Step.carried;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;

/** Result sets: where they stand, how they move, and which settings they follow. */
final class ResultSetSteps {

    private static final String SELECT = "SELECT id, name FROM probe ORDER BY id";

    private ResultSetSteps() {}

    static Stream<Step> all() {
        return Stream.of(forward(), settings(), movable()).flatMap(steps -> steps);
    }

    private static Stream<Step> forward() {
        return Stream.of(
                carried(
                        "positions",
                        session -> Walk.positions(
                                session.connection().createStatement().executeQuery(SELECT))),
                carried(
                        "positions in no rows",
                        session -> Walk.positions(session.connection()
                                .createStatement()
                                .executeQuery("SELECT 1 FROM probe WHERE id < 0"))),
                carried("kinds", session -> {
                    Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery(SELECT);
                    rows.getType();
                    rows.getConcurrency();
                    rows.getFetchSize();
                    rows.getFetchDirection();
                    rows.findColumn("NAME");
                    rows.getWarnings();
                    statement.getResultSetType();
                }),
                carried("getters", session -> {
                    ResultSet rows = session.connection().createStatement().executeQuery("SELECT * FROM probe");
                    rows.next();
                    rows.getString(1);
                    rows.getLong("id");
                    rows.getBigDecimal("amount");
                    rows.getObject("id", Integer.class);
                    rows.getBoolean("flag");
                    rows.wasNull();
                    rows.getTimestamp("at_moment");
                    rows.getBytes("data");
                    rows.getArray("tags");
                }),
                carried(
                                "a backward move",
                                session -> session.connection()
                                        .createStatement()
                                        .executeQuery(SELECT)
                                        .previous())
                        .failing(),
                carried("a column that isn't there", session -> {
                            ResultSet rows =
                                    session.connection().createStatement().executeQuery(SELECT);
                            rows.next();
                            rows.getString("nothing");
                        })
                        .failing(),
                carried("a value of another type", session -> {
                            ResultSet rows =
                                    session.connection().createStatement().executeQuery(SELECT);
                            rows.next();
                            rows.getInt("name");
                        })
                        .failing());
    }

    private static Stream<Step> settings() {
        return Stream.of(
                alone("a fetch size", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.setFetchSize(2);
                    Walk.positions(statement.executeQuery(SELECT));
                }),
                alone("a fetch size of what is prepared, read across scopes", session -> {
                    PreparedStatement select = session.connection().prepareStatement(SELECT);
                    select.setFetchSize(1);
                    ResultSet rows = select.executeQuery();
                    rows.next();
                    session.nested(scope -> rows.next());
                    session.undone(scope -> {
                        scope.connection().createStatement().executeUpdate("DELETE FROM probe");
                        rows.next();
                    });
                    Walk.rows(rows);
                }),
                alone("a limit", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.setMaxRows(2);
                    statement.getMaxRows();
                    Walk.rows(statement.executeQuery(SELECT));
                }),
                Step.silent("a large limit", session -> {
                            PreparedStatement select = session.connection().prepareStatement(SELECT);
                            select.setLargeMaxRows(2);
                            Walk.rows(select.executeQuery());
                        })
                        .failing(),
                alone("a limit to a field", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.setMaxFieldSize(2);
                    Walk.rows(statement.executeQuery("SELECT 'longer' AS text"));
                }),
                alone("a time limit", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.setQueryTimeout(10);
                    statement.getQueryTimeout();
                    Walk.rows(statement.executeQuery(SELECT));
                }),
                alone("no escapes", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.setEscapeProcessing(false);
                    Walk.rows(statement.executeQuery(SELECT));
                }),
                alone("a cursor name", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.setCursorName("c");
                    Walk.rows(statement.executeQuery(SELECT));
                }));
    }

    private static Statement movable(Connection connection, int concurrency) throws java.sql.SQLException {
        return connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, concurrency);
    }

    private static Stream<Step> movable() {
        return Stream.of(
                alone("every move", session -> {
                    ResultSet rows = movable(session.connection(), ResultSet.CONCUR_READ_ONLY)
                            .executeQuery(SELECT);
                    rows.last();
                    rows.getRow();
                    rows.absolute(2);
                    rows.relative(-1);
                    rows.isFirst();
                    rows.previous();
                    rows.isBeforeFirst();
                    rows.afterLast();
                    rows.previous();
                    rows.first();
                    rows.beforeFirst();
                    Walk.rows(rows);
                }),
                alone(
                        "a holdable one",
                        session -> Walk.rows(session.connection()
                                .createStatement(
                                        ResultSet.TYPE_FORWARD_ONLY,
                                        ResultSet.CONCUR_READ_ONLY,
                                        ResultSet.HOLD_CURSORS_OVER_COMMIT)
                                .executeQuery(SELECT))),
                alone("rows that are changed, put in and taken out", session -> {
                    ResultSet rows = movable(session.connection(), ResultSet.CONCUR_UPDATABLE)
                            .executeQuery(SELECT);
                    rows.next();
                    rows.updateString("name", "changed");
                    rows.updateRow();
                    rows.rowUpdated();
                    session.nested(scope -> {
                        rows.next();
                        rows.deleteRow();
                    });
                    rows.moveToInsertRow();
                    rows.updateInt("id", 30);
                    rows.updateString("name", "put in");
                    rows.insertRow();
                    rows.moveToCurrentRow();
                    rows.refreshRow();
                    rows.getString("name");
                }),
                alone("changed in a scope that is undone", session -> {
                    ResultSet rows = movable(session.connection(), ResultSet.CONCUR_UPDATABLE)
                            .executeQuery(SELECT);
                    rows.next();
                    session.undone(scope -> {
                        rows.updateString("name", "gone");
                        rows.updateRow();
                    });
                    rows.refreshRow();
                    rows.getString("name");
                }));
    }
}

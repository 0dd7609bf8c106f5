// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Step.alone;
import static io.xact.guard.jdbc.Step.carried;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Prepared statements, executed again, and asked for what there is to know. */
final class PreparedSteps {

    static final String INSERT = "INSERT INTO probe (name, small) VALUES (?, ?)";
    private static final String SELECT = "SELECT id, name FROM probe WHERE id >= ? ORDER BY id";

    private PreparedSteps() {}

    static Stream<Step> all() {
        return Stream.of(again(), metaData(), results(), closing()).flatMap(steps -> steps);
    }

    static PreparedStatement insert(Session session) throws SQLException {
        return session.connection().prepareStatement(INSERT);
    }

    static PreparedStatement select(Session session) throws SQLException {
        return session.connection().prepareStatement(SELECT);
    }

    static void insert(PreparedStatement insert, String name) throws SQLException {
        insert.setString(1, name);
        insert.setInt(2, name.length());
        insert.executeUpdate();
        Walk.results(insert);
    }

    private static Stream<Step> again() {
        return Stream.of(
                carried("executed three times", session -> {
                    PreparedStatement insert = insert(session);
                    for (String name : new String[] {"x", "xx", "xxx"}) {
                        insert(insert, name);
                    }
                }),
                carried("executed again with one parameter changed", session -> {
                    PreparedStatement insert = insert(session);
                    insert(insert, "x");
                    insert.setString(1, "y");
                    insert.execute();
                    Walk.results(insert);
                }),
                carried("executed again with nothing changed", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    ResultSet first = select.executeQuery();
                    first.next();
                    Walk.rows(select.executeQuery());
                    first.isClosed();
                }),
                carried("executed again with parameters cleared", session -> {
                            PreparedStatement select = select(session);
                            select.setInt(1, 3);
                            select.executeQuery();
                            select.clearParameters();
                            select.executeQuery();
                        })
                        .failing(),
                carried("executed in another way", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    select.execute();
                    Walk.rows(select.executeQuery());
                    select.execute();
                    Walk.results(select);
                }),
                carried("executed oftener than it takes to be prepared on the server", session -> {
                    PreparedStatement select = select(session);
                    for (int i = 1; i < 8; i++) {
                        select.setInt(1, i);
                        Walk.rows(select.executeQuery());
                    }
                }));
    }

    private static Stream<Step> metaData() {
        return Stream.of(
                alone("meta data of rows before an execution", session -> {
                            PreparedStatement select = select(session);
                            Walk.metaData(select.getMetaData());
                            select.setInt(1, 3);
                            Walk.rows(select.executeQuery());
                            Walk.metaData(select.getMetaData());
                        })
                        .whereMissing(),
                alone("meta data of parameters before an execution", session -> {
                            PreparedStatement insert = insert(session);
                            insert.getParameterMetaData().getParameterCount();
                            insert.getParameterMetaData().getParameterTypeName(2);
                            insert(insert, "x");
                        })
                        .whereMissing(),
                carried("meta data after an execution", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    select.executeQuery();
                    Walk.metaData(select.getMetaData());
                    select.getParameterMetaData().getParameterClassName(1);
                }),
                carried("meta data after rows have been closed", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    select.executeQuery().close();
                    Walk.metaData(select.getMetaData());
                }),
                carried("meta data of an insert after an execution", session -> {
                    PreparedStatement insert = insert(session);
                    insert(insert, "x");
                    insert.getMetaData();
                }));
    }

    private static Stream<Step> results() {
        return Stream.of(
                carried("results asked for twice", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    select.execute();
                    select.getResultSet();
                    Walk.rows(select.getResultSet());
                    select.getMoreResults();
                    select.getResultSet();
                    select.getUpdateCount();
                }),
                carried("a batch is begun beside open rows", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    ResultSet rows = select.executeQuery();
                    select.addBatch();
                    Walk.rows(rows);
                    select.clearBatch();
                }),
                carried("settings change beside open rows", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    ResultSet rows = select.executeQuery();
                    select.setMaxRows(1);
                    select.setFetchSize(1);
                    select.setInt(1, 4);
                    Walk.rows(rows);
                    Walk.rows(select.executeQuery());
                }),
                carried("results of nothing that has run", session -> {
                    PreparedStatement select = select(session);
                    select.getResultSet();
                    select.getUpdateCount();
                    select.getWarnings();
                    select.setInt(1, 3);
                    select.executeQuery();
                }));
    }

    private static Stream<Step> closing() {
        return Stream.of(
                carried("rows close with their statement", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    ResultSet rows = select.executeQuery();
                    select.close();
                    select.close();
                    select.isClosed();
                    rows.isClosed();
                }),
                carried("closed rows, open statement", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    ResultSet rows = select.executeQuery();
                    rows.close();
                    select.isClosed();
                    select.getResultSet();
                }),
                carried("closes with its rows, as it is told after the execution", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    ResultSet rows = select.executeQuery();
                    select.closeOnCompletion();
                    select.isCloseOnCompletion();
                    rows.next();
                    rows.close();
                    select.isClosed();
                }),
                alone("closes with its rows, as it is told before the execution", session -> {
                    PreparedStatement select = select(session);
                    select.setInt(1, 3);
                    select.closeOnCompletion();
                    select.executeQuery().close();
                    select.isClosed();
                }));
    }
}

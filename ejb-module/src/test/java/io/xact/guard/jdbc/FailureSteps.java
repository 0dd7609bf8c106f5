// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Step.alone;
import static io.xact.guard.jdbc.Step.carried;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.stream.Stream;

/** What fails in the database, or in the driver before. */
final class FailureSteps {

    private FailureSteps() {}

    static Stream<Step> all() {
        return Stream.concat(Stream.of(texts()).flatMap(sql -> Stream.of(plain(sql), prepared(sql))), others())
                .map(Step::failing);
    }

    private static String[] texts() {
        return new String[] {
            "INSERT INTO probe (id) VALUES (1)",
            "INSERT INTO probe (name) VALUES ('a')",
            "INSERT INTO probe (name) VALUES ('" + "z".repeat(41) + "')",
            "INSERT INTO probe (id) VALUES (NULL)",
            "INSERT INTO nowhere VALUES (1)",
            "INSERT INTO probe (nothing) VALUES (1)",
            "INSERT INTO probe VALUES (1, ",
            "INSERT INTO probe (small) VALUES (100000)",
            "SELECT nothing FROM probe",
            "SELECT 1 +",
            "SELECT\n  'some text' AS a,\n  wrong AS b",
            "SELECT 1 / (id - 3) FROM probe ORDER BY id",
            "UPDATE probe SET name = 'same'",
            "DELETE FROM probe WHERE id = 1 / 0",
        };
    }

    private static Step plain(String sql) {
        return carried("plain " + named(sql), session -> Form.EXECUTE.plain(session, sql));
    }

    private static Step prepared(String sql) {
        return carried("prepared " + named(sql), session -> Form.EXECUTE.prepared(session, sql));
    }

    private static String named(String sql) {
        return sql.replace('\n', '/');
    }

    private static Stream<Step> others() {
        return Stream.of(
                alone("a parameter is missing", session -> {
                    PreparedStatement insert =
                            session.connection().prepareStatement("INSERT INTO probe (id, name) VALUES (?, ?)");
                    insert.setInt(1, 20);
                    insert.executeUpdate();
                }),
                alone("parameters were cleared", session -> {
                    PreparedStatement insert =
                            session.connection().prepareStatement("INSERT INTO probe (name) VALUES (?)");
                    insert.setString(1, "a");
                    insert.clearParameters();
                    insert.execute();
                }),
                Step.silent("there is no such parameter", session -> {
                    PreparedStatement insert =
                            session.connection().prepareStatement("INSERT INTO probe (name) VALUES (?)");
                    insert.setString(2, "a");
                }),
                carried("a parameter of a wrong type", session -> {
                    PreparedStatement select =
                            session.connection().prepareStatement("SELECT id FROM probe WHERE id = ?");
                    select.setBoolean(1, true);
                    select.executeQuery();
                }),
                carried("a parameter that can't be stored", session -> {
                    PreparedStatement update = session.connection().prepareStatement("UPDATE probe SET name = ?");
                    update.setString(1, "nul \0 character");
                    update.executeUpdate();
                }),
                carried(
                        "a NUL in a text",
                        session -> session.connection().createStatement().executeQuery("SELECT '\0'")),
                alone("a text brought to a prepared statement", session -> {
                    PreparedStatement select = session.connection().prepareStatement("SELECT 1");
                    select.executeQuery("SELECT 2");
                }),
                alone("an escape that nobody knows", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.executeQuery("SELECT {fn NO_SUCH_FUNCTION(1}");
                }),
                Step.silent("an execution after the end", session -> {
                    Statement statement = session.connection().createStatement();
                    statement.close();
                    statement.execute("SELECT 1");
                }),
                alone("an execution of what was prepared, after the end", session -> {
                            PreparedStatement statement = session.connection().prepareStatement("SELECT 1");
                            statement.close();
                            statement.executeQuery();
                        })
                        .whereMissing(),
                alone(
                        "a quote that doesn't end",
                        session -> session.connection().createStatement().execute("SELECT 'open")),
                alone(
                        "a comment that doesn't end",
                        session -> session.connection().createStatement().execute("SELECT 1 /* open /* */")),
                Step.silent(
                        "a quote that doesn't end, to be prepared",
                        session -> session.connection().prepareStatement("SELECT \"open")),
                alone(
                                "meta data of a statement that is wrong",
                                session -> session.connection()
                                        .prepareStatement("SELECT nothing FROM probe")
                                        .getMetaData())
                        .whereMissing(),
                alone(
                                "parameter meta data of a statement that is wrong",
                                session -> session.connection()
                                        .prepareStatement("SELECT ? FROM nowhere")
                                        .getParameterMetaData())
                        .whereMissing(),
                Step.silent("too many parameters", session -> {
                    String sql = "SELECT 1 WHERE 1 IN (" + "?,".repeat(70_000) + "1)";
                    PreparedStatement select = session.connection().prepareStatement(sql);
                    for (int i = 1; i <= 70_000; i++) {
                        select.setInt(i, i);
                    }
                    select.executeQuery();
                }));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Step.alone;
import static io.xact.guard.jdbc.Step.carried;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Types;
import java.util.Map;
import java.util.stream.Stream;

/** What PostgreSQL's driver adds, and what only it sends at odd moments. */
final class PostgresSteps {

    private static final byte[] BYTES = "large".getBytes(StandardCharsets.UTF_8);
    private static final String COUNT = "SELECT count(*) FROM pg_largeobject_metadata";

    private PostgresSteps() {}

    static Stream<Step> all() {
        return Stream.of(largeObjects(), copies(), types(), warnings()).flatMap(steps -> steps);
    }

    private static void count(Session session) throws Exception {
        Walk.rows(session.connection().createStatement().executeQuery(COUNT));
    }

    /** Stores a large object in a scope that is undone: nothing of it may be left. */
    private static Step largeObject(String name, LargeObject value) {
        return carried("large object, " + name, session -> {
            count(session);
            session.undone(scope -> {
                PreparedStatement insert = scope.connection().prepareStatement("INSERT INTO logged (big) VALUES (?)");
                value.set(insert);
                insert.executeUpdate();
                count(scope);
            });
            count(session);
        });
    }

    private interface LargeObject {
        void set(PreparedStatement insert) throws Exception;
    }

    private static Stream<Step> largeObjects() {
        return Stream.of(
                largeObject("setBlob of a stream", set -> set.setBlob(1, new ByteArrayInputStream(BYTES), 5)),
                largeObject(
                        "setObject of a stream", set -> set.setObject(1, new ByteArrayInputStream(BYTES), Types.BLOB)),
                largeObject("setBlob", set -> set.setBlob(1, stored(set.getConnection()))),
                largeObject("setObject of a Blob", set -> set.setObject(1, stored(set.getConnection()))),
                carried("large object, read", session -> {
                    Blob blob = stored(session.connection());
                    blob.getBytes(1, 5);
                }),
                carried("large object, written in a scope that is undone", session -> {
                    Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery("SELECT lo_from_bytea(0, 'large')");
                    rows.next();
                    session.undone(scope -> rows.getBlob(1).setBytes(1, "LARGE".getBytes(StandardCharsets.UTF_8)));
                    rows.getBlob(1).getBytes(1, 5);
                }),
                carried("large object, as text", session -> {
                    Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery("SELECT lo_from_bytea(0, 'text')");
                    rows.next();
                    Clob clob = rows.getClob(1);
                    clob.getSubString(1, 4);
                    PreparedStatement insert =
                            session.connection().prepareStatement("INSERT INTO logged (big) VALUES (?)");
                    insert.setClob(1, clob);
                    insert.executeUpdate();
                }),
                alone(
                                "large object, from a reader",
                                session -> session.connection()
                                        .prepareStatement("INSERT INTO logged (big) VALUES (?)")
                                        .setNClob(1, new StringReader("text")))
                        .whereMissing()
                        .failing());
    }

    private static Blob stored(Connection connection) throws Exception {
        ResultSet rows = connection.createStatement().executeQuery("SELECT lo_from_bytea(0, 'large')");
        rows.next();
        return rows.getBlob(1);
    }

    private static Stream<Step> copies() {
        return Stream.of(
                alone("a copy in a scope that is undone", session -> {
                            session.undone(scope -> {
                                Object driver = scope.connection().unwrap(Class.forName("org.postgresql.PGConnection"));
                                scope.say("copied", copy(driver, "COPY probe (id, name) FROM STDIN", "77\tcopied\n"));
                            });
                            Walk.rows(session.connection().createStatement().executeQuery("SELECT id FROM probe"));
                        })
                        .whereMissing(),
                alone("a cursor of a function", session -> {
                    Connection connection = session.connection();
                    connection.createStatement().execute("DECLARE c CURSOR FOR SELECT id FROM probe");
                    ResultSet rows = connection.createStatement().executeQuery("SELECT 'c'::refcursor");
                    rows.next();
                    Walk.rows((ResultSet) rows.getObject(1));
                }),
                alone("a call that inserts", session -> {
                    PreparedStatement call = session.connection().prepareCall("CALL settle(?)");
                    call.setString(1, "called");
                    call.execute();
                    Walk.results(call);
                }));
    }

    /** By reflection, because the driver's classes refer to annotations that it doesn't bring. */
    private static Object copy(Object driver, String sql, String rows) throws ReflectiveOperationException {
        Object copies = driver.getClass().getMethod("getCopyAPI").invoke(driver);
        return copies.getClass()
                .getMethod("copyIn", String.class, Reader.class)
                .invoke(copies, sql, new StringReader(rows));
    }

    private static Stream<Step> types() {
        return Stream.of(
                alone("XML", session -> {
                    Connection connection = session.connection();
                    SQLXML xml = connection.createSQLXML();
                    xml.setString("<a>?</a>");
                    PreparedStatement select = connection.prepareStatement("SELECT ?");
                    select.setSQLXML(1, xml);
                    ResultSet rows = select.executeQuery();
                    rows.next();
                    rows.getSQLXML(1).getString();
                }),
                carried("JSON", session -> {
                    PreparedStatement select = session.connection().prepareStatement("SELECT ?::jsonb->'a'");
                    select.setObject(1, "{\"a\": 1}", Types.OTHER);
                    Walk.rows(select.executeQuery());
                }),
                Step.silent("a map", session -> {
                            PreparedStatement select = session.connection().prepareStatement("SELECT ?::text");
                            select.setObject(1, Map.of("a", "1"));
                            select.executeQuery();
                        })
                        .failing(),
                carried(
                        "an operator with a question mark",
                        session -> Walk.rows(session.connection()
                                .createStatement()
                                .executeQuery("SELECT '{\"a\": 1}'::jsonb ? 'a'"))),
                alone("a prepared operator with a question mark", session -> {
                    PreparedStatement select = session.connection().prepareStatement("SELECT '{\"a\": 1}'::jsonb ?? ?");
                    select.setString(1, "a");
                    Walk.rows(select.executeQuery());
                }),
                alone("any of an array", session -> {
                    Connection connection = session.connection();
                    PreparedStatement select = connection.prepareStatement("SELECT id FROM probe WHERE id = ANY (?)");
                    select.setArray(1, connection.createArrayOf("int4", new Integer[] {1, 2}));
                    Walk.rows(select.executeQuery());
                }));
    }

    private static Stream<Step> warnings() {
        return Stream.of(
                carried("warnings of a prepared statement, cleared", session -> {
                    PreparedStatement select = session.connection().prepareStatement("SELECT speak(?)");
                    select.setString(1, "up");
                    select.executeQuery();
                    select.getWarnings();
                    select.clearWarnings();
                    select.getWarnings();
                    select.executeQuery();
                    select.getWarnings();
                }),
                carried("warnings of a statement, gone with the next execution", session -> {
                    Connection connection = session.connection();
                    Statement statement = connection.createStatement();
                    statement.execute("SELECT speak('one'), speak('two')");
                    statement.getWarnings();
                    connection.getWarnings();
                    statement.execute("SELECT 1");
                    statement.getWarnings();
                }));
    }
}

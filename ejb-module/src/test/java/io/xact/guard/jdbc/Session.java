// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import io.xact.support.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transaction, in which programs run. It is rolled back at the end. */
abstract class Session {

    private final Database database;
    private final Trace trace = new Trace();
    private final TracedJdbc traced = new TracedJdbc(trace);
    private final Deque<Connection> open = new ArrayDeque<>();
    private List<String> trips = List.of();
    private @Nullable String cameOut;

    Session(Database database) {
        this.database = database;
    }

    /** Runs a program in a transaction of its own. */
    abstract void run(Program program) throws Exception;

    /** Runs a program that is undone alone if it throws. */
    abstract void nested(Program program) throws Exception;

    /** Runs a program and undoes it alone. */
    abstract void undone(Program program) throws Exception;

    /** A connection that writes nothing down; the caller closes it. */
    abstract Connection unseen() throws SQLException;

    /** A connection that writes everything down. It is closed with the session. */
    final Connection connection() throws SQLException {
        Connection connection = traced.of(unseen());
        open.push(connection);
        return connection;
    }

    final Database database() {
        return database;
    }

    final void say(String what, @Nullable Object value) {
        trace.add(what + ": " + Shown.of(value));
    }

    final void cameOut(Exception failure) {
        cameOut = Shown.of(failure);
        say("came out", failure);
    }

    /** All rows, as this transaction sees them. */
    final void look() throws SQLException {
        Connection connection = connection();
        try (Statement statement = connection.createStatement()) {
            Walk.values(statement.executeQuery("SELECT * FROM probe ORDER BY id"));
        }
    }

    /** The program, with its round trips noted. */
    final Program marking(Program program) {
        return session -> {
            int before = database.wire().statementTrips().size();
            try {
                program.run(session);
            } finally {
                List<String> all = database.wire().statementTrips();
                trips = all.subList(before, all.size());
            }
        };
    }

    final List<String> trips() {
        return trips;
    }

    /** What failed; {@code null} if nothing did. */
    final @Nullable String failure() {
        return cameOut;
    }

    final List<String> lines() {
        return trace.lines();
    }

    final void close() throws SQLException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}

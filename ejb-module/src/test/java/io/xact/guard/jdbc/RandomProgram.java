// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A program of small steps in random order, the same for each seed. None of them fails. */
final class RandomProgram implements Program {

    private static final int STEPS = 30;
    private static final int DEPTH = 3;

    private final Random random;
    private final List<PreparedStatement> inserts = new ArrayList<>();
    private final List<PreparedStatement> selects = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<ResultSet> results = new ArrayList<>();
    private int names;
    private int depth;

    RandomProgram(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void run(Session session) throws Exception {
        open(session.connection());
        steps(session, STEPS);
        session.look();
    }

    private void open(Connection connection) throws SQLException {
        inserts.add(connection.prepareStatement("INSERT INTO probe (name, small) VALUES (?, ?)"));
        selects.add(connection.prepareStatement("SELECT id, name FROM probe WHERE id > ? ORDER BY id"));
        statements.add(connection.createStatement());
    }

    private void steps(Session session, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            step(session);
        }
    }

    private void step(Session session) throws Exception {
        switch (random.nextInt(12)) {
            case 0 -> open(session.connection());
            case 1, 2 -> insert(any(inserts));
            case 3 -> select(any(selects));
            case 4 -> plain(any(statements));
            case 5 -> read();
            case 6 -> batch(any(inserts));
            case 7 -> keys(any(statements));
            case 8 -> ask(any(selects));
            case 9 -> Walk.results(any(statements));
            default -> scope(session);
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String name() {
        return "random " + ++names;
    }

    private void scope(Session session) throws Exception {
        if (depth == DEPTH) {
            return;
        }
        depth++;
        int count = random.nextInt(6);
        if (random.nextBoolean()) {
            session.nested(scope -> steps(scope, count));
        } else {
            session.undone(scope -> steps(scope, count));
        }
        depth--;
    }

    private void insert(PreparedStatement insert) throws SQLException {
        insert.setString(1, name());
        insert.setInt(2, random.nextInt(100));
        if (random.nextBoolean()) {
            insert.executeUpdate();
        } else {
            insert.execute();
            insert.getUpdateCount();
        }
    }

    private void select(PreparedStatement select) throws SQLException {
        select.setInt(1, random.nextInt(10));
        results.add(select.executeQuery());
    }

    private void plain(Statement statement) throws SQLException {
        switch (random.nextInt(4)) {
            case 0 -> results.add(statement.executeQuery("SELECT * FROM probe ORDER BY id"));
            case 1 -> statement.executeUpdate("UPDATE probe SET small = small + 1 WHERE id = " + random.nextInt(20));
            case 2 -> statement.execute("DELETE FROM probe WHERE id = " + random.nextInt(20));
            default -> statement.execute("INSERT INTO probe (name) VALUES ('" + name() + "')");
        }
    }

    private void read() throws SQLException {
        for (ResultSet rows : results) {
            if (!rows.isClosed() && rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private void batch(PreparedStatement insert) throws SQLException {
        for (int i = random.nextInt(3); i >= 0; i--) {
            insert.setString(1, name());
            insert.setInt(2, i);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void keys(Statement statement) throws SQLException {
        statement.executeUpdate("INSERT INTO probe (name) VALUES ('" + name() + "')", new String[] {"id"});
        Walk.values(statement.getGeneratedKeys());
    }

    private void ask(PreparedStatement select) throws SQLException {
        select.getMetaData().getColumnCount();
        select.getParameterMetaData().getParameterCount();
        select.getWarnings();
        select.getUpdateCount();
        select.isClosed();
    }
}

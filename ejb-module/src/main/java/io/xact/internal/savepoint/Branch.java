// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Mark;
import io.xact.internal.engine.ScopeListener;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/**
 * The savepoints of one data source in one transaction. A pool has one physical connection for a transaction, so a
 * savepoint that is set through one handle covers what is done through all of them; at a scope's edge, where the user's
 * handle may be closed, a new one reaches it again.
 */
final class Branch implements ScopeListener {

    private final String name;
    private final DataSource dataSource;
    private final ScopeStack stack;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>(); // innermost first

    private record Savepoint(Mark mark, String name, Dialect dialect) {}

    Branch(String name, DataSource dataSource, ScopeStack stack) {
        this.name = name;
        this.dataSource = dataSource;
        this.stack = stack;
    }

    boolean isOf(DataSource other) {
        return dataSource.equals(other);
    }

    /** Sets the savepoints that open scopes still lack here, outermost first. */
    void beforeStatement(Connection raw) throws SQLException {
        Mark innermost = stack.innermostMark();
        if (innermost == null || hasSavepointFor(innermost)) {
            return;
        }
        for (Mark mark : stack.openMarks()) {
            if (!hasSavepointFor(mark)) {
                set(mark, raw);
            }
        }
    }

    private boolean hasSavepointFor(Mark mark) {
        return !savepoints.isEmpty() && savepoints.getFirst().mark().sequence() >= mark.sequence();
    }

    private void set(Mark mark, Connection raw) throws SQLException {
        Dialect dialect = Dialect.of(raw);
        String savepoint = dialect.savepointName(mark.depth(), mark.sequence());
        try (Statement statement = raw.createStatement()) {
            statement.execute(dialect.set(savepoint));
        } catch (SQLException e) {
            if (Dialect.isBranchBroken(e)) {
                throw e;
            }
            throw SavepointLog.LOG.savepointRefused(savepoint, name, dialect.product(), e);
        }
        savepoints.addFirst(new Savepoint(mark, savepoint, dialect));
        SavepointLog.LOG.debugf("%s: set %s", name, savepoint);
    }

    @Override
    public void released(Mark mark) throws SQLException {
        if (hasSavepointFor(mark)) {
            Savepoint savepoint = savepoints.getFirst();
            execute(savepoint.dialect().release(savepoint.name()));
            savepoints.removeFirst();
        }
    }

    @Override
    public void undone(Mark mark) throws SQLException {
        if (hasSavepointFor(mark)) {
            Savepoint savepoint = savepoints.getFirst();
            Dialect dialect = savepoint.dialect();
            execute(dialect.rollbackTo(savepoint.name()), dialect.release(savepoint.name()));
            savepoints.removeFirst();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
                SavepointLog.LOG.debugf("%s: %s", name, sql);
            }
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a branch has to say at a scope's edge: the user's handle may be closed there, so a new one reaches the physical
 * connection again. Used by the thread that has the transaction.
 */
final class SavepointStatements {

    private final String name;
    private final Opening opening;
    private final Dialect dialect;

    SavepointStatements(String name, Opening opening, Dialect dialect) {
        this.name = name;
        this.opening = opening;
        this.dialect = dialect;
    }

    /** A way to open a handle. */
    interface Opening {
        Connection handle() throws SQLException;
    }

    private interface Sending {
        void to(Statement statement) throws SQLException;
    }

    private void onHandle(Sending sending) throws SQLException {
        try (Connection connection = opening.handle();
                Statement statement = connection.createStatement()) {
            sending.to(statement);
        }
    }

    void release(Savepoint savepoint) throws SQLException {
        onHandle(statement -> release(statement, savepoint));
    }

    void rollBackTo(Savepoint savepoint) throws SQLException {
        onHandle(statement -> send(statement, dialect.rollbackTo() + savepoint.name()));
    }

    void rollBackToAndRelease(Savepoint savepoint) throws SQLException {
        onHandle(statement -> {
            String rollback = dialect.rollbackTo() + savepoint.name();
            if (dialect.takesPrefix()) {
                send(statement, rollback + ";" + dialect.release() + savepoint.name());
            } else {
                send(statement, rollback);
                release(statement, savepoint);
            }
        });
    }

    /** Fails where a savepoint can't be released any more. */
    void ping() throws SQLException {
        ask(dialect.ping());
    }

    /** Fails where a commit would keep nothing. */
    void probe() throws SQLException {
        ask(dialect.probe());
    }

    private void ask(@Nullable String question) throws SQLException {
        if (question != null) {
            onHandle(statement -> send(statement, question));
        }
    }

    void set(Statement statement, Savepoint savepoint) throws SQLException {
        send(statement, dialect.set() + savepoint.name());
    }

    void release(Statement statement, Savepoint savepoint) throws SQLException {
        if (dialect.release() != null) {
            send(statement, dialect.release() + savepoint.name());
        }
    }

    void send(Statement statement, String sql) throws SQLException {
        statement.execute(sql);
        log(sql);
    }

    void log(String sql) {
        SavepointLog.LOG.debugf("%s: %s", name, sql);
    }
}

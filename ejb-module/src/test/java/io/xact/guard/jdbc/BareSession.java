// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import io.xact.support.Database;
import io.xact.support.Surroundings;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Without xact: connections of the pool in a JTA transaction, and savepoints set by hand. */
final class BareSession extends Session {

    private final TransactionManager manager = Surroundings.transactionManager();
    private int savepoints;

    BareSession(Database database) {
        super(database);
    }

    @Override
    void run(Program program) throws Exception {
        manager.begin();
        try {
            program.run(this);
        } finally {
            close();
            manager.rollback();
        }
    }

    @Override
    void nested(Program program) throws Exception {
        String savepoint = "by_hand_" + ++savepoints;
        send("SAVEPOINT " + savepoint);
        try {
            program.run(this);
        } catch (Exception e) {
            rollBackTo(savepoint);
            throw e;
        }
        send("RELEASE SAVEPOINT " + savepoint);
    }

    @Override
    void undone(Program program) throws Exception {
        String savepoint = "by_hand_" + ++savepoints;
        send("SAVEPOINT " + savepoint);
        program.run(this);
        rollBackTo(savepoint);
    }

    private void rollBackTo(String savepoint) throws SQLException {
        send("ROLLBACK TO SAVEPOINT " + savepoint);
        send("RELEASE SAVEPOINT " + savepoint);
    }

    private void send(String sql) throws SQLException {
        try (Connection connection = unseen();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    Connection unseen() throws SQLException {
        return database().pool().getConnection();
    }
}

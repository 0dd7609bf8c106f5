// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard;

import io.xact.Rollback;
import io.xact.Xacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Inserts in scopes, whose round trips can be counted. */
final class Trips {

    static final String INSERT = "INSERT INTO item VALUES (?)";

    private final Xacts xacts;
    private final DataSource guarded;
    private int inserted;
    private int undone;

    Trips(Xacts xacts, DataSource guarded) {
        this.xacts = xacts;
        this.guarded = guarded;
    }

    /** What runs in a scope. */
    interface Block {
        void in(Trips trips) throws SQLException;
    }

    void nested(Block block) throws SQLException {
        xacts.run(() -> block.in(this));
    }

    void undone(Block block) throws SQLException {
        int before = inserted;
        xacts.run(() -> {
            block.in(this);
            throw new Rollback();
        });
        undone += inserted - before;
    }

    /** How many rows are to be there in the end. */
    int kept() {
        return inserted - undone;
    }

    private String name() {
        return "row " + ++inserted;
    }

    void insert() throws SQLException {
        try (Connection connection = guarded.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, name());
            insert.executeUpdate();
        }
    }

    void insertPlainly() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO item VALUES ('" + name() + "')");
        }
    }

    void insertBatch() throws SQLException {
        try (Connection connection = guarded.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < 3; i++) {
                insert.setString(1, name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void insertForKeys() throws SQLException {
        try (Connection connection = guarded.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"name"})) {
            insert.setString(1, name());
            insert.executeUpdate();
        }
    }

    void insertPreparedOutside() throws SQLException {
        try (Connection connection = guarded.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, name());
            xacts.run(insert::executeUpdate);
        }
    }
}

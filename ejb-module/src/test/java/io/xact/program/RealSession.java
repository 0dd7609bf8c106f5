// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection; if it is to be kept, with statements that are made before they are needed. */
final class RealSession implements World.Session {

    private final Connection connection;
    private final @Nullable PreparedStatement prepared;
    private final @Nullable Statement plain;

    private RealSession(Connection connection, boolean kept) throws SQLException {
        this.connection = connection;
        this.prepared = kept ? prepare() : null;
        this.plain = kept ? connection.createStatement() : null;
    }

    static RealSession on(DataSource dataSource, boolean kept) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new RealSession(connection, kept);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private PreparedStatement prepare() throws SQLException {
        return connection.prepareStatement("INSERT INTO item (name) VALUES (?)");
    }

    @Override
    public void insert(boolean isPrepared, String row) throws SQLException {
        if (isPrepared) {
            insertPrepared(row);
        } else {
            insertPlain(row);
        }
    }

    private void insertPrepared(String row) throws SQLException {
        PreparedStatement statement = prepared == null ? prepare() : prepared;
        statement.setString(1, row);
        requireOne(statement.executeUpdate());
        if (prepared == null) {
            statement.close();
        }
    }

    private void insertPlain(String row) throws SQLException {
        Statement statement = plain == null ? connection.createStatement() : plain;
        requireOne(statement.executeUpdate("INSERT INTO item (name) VALUES ('" + row + "')"));
        if (plain == null) {
            statement.close();
        }
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new AssertionError("an insert answered " + rows + " rows");
        }
    }

    /** Closes the statements with it. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

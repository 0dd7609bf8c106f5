// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The ways to execute a text. */
enum Form {
    EXECUTE(false) {
        @Override
        void call(Statement statement, String sql) throws SQLException {
            statement.execute(sql);
        }

        @Override
        void call(PreparedStatement statement) throws SQLException {
            statement.execute();
        }
    },
    UPDATE(false) {
        @Override
        void call(Statement statement, String sql) throws SQLException {
            statement.executeUpdate(sql);
        }

        @Override
        void call(PreparedStatement statement) throws SQLException {
            statement.executeUpdate();
        }
    },
    LARGE_UPDATE(false) {
        @Override
        void call(Statement statement, String sql) throws SQLException {
            statement.executeLargeUpdate(sql);
        }

        @Override
        void call(PreparedStatement statement) throws SQLException {
            statement.executeLargeUpdate();
        }
    },
    QUERY(true) {
        @Override
        void call(Statement statement, String sql) throws SQLException {
            statement.executeQuery(sql);
        }

        @Override
        void call(PreparedStatement statement) throws SQLException {
            statement.executeQuery();
        }
    };

    private final boolean wantsRows;

    Form(boolean wantsRows) {
        this.wantsRows = wantsRows;
    }

    abstract void call(Statement statement, String sql) throws SQLException;

    abstract void call(PreparedStatement statement) throws SQLException;

    /** Whether the driver takes a text of that kind in this form. */
    final boolean suits(Text.Rows rows) {
        return this == EXECUTE || rows == (wantsRows ? Text.Rows.ALWAYS : Text.Rows.NEVER);
    }

    final void plain(Session session, String sql) throws SQLException {
        Connection connection = session.connection();
        Statement statement = connection.createStatement();
        call(statement, sql);
        after(statement);
    }

    final void prepared(Session session, String sql) throws SQLException {
        Connection connection = session.connection();
        PreparedStatement statement = connection.prepareStatement(sql);
        call(statement);
        after(statement);
    }

    private static void after(Statement statement) throws SQLException {
        statement.getWarnings();
        Walk.results(statement);
        statement.getGeneratedKeys();
    }
}

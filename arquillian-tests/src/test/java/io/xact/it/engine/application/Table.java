// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The table of items in one database: a name that is there once, and an amount.
 *
 * @param database where it is
 * @param guarded what the application works with
 * @param unguarded the same data source as the server has it; xact doesn't see what is done by it
 * @param observer another data source on the same database, with connections that are in no transaction
 */
public record Table(Database database, DataSource guarded, DataSource unguarded, DataSource observer) {

    public void insert(String name) throws SQLException {
        insert(guarded, name);
    }

    /** By the server's own data source. */
    public void insertUnguarded(String name) throws SQLException {
        insert(unguarded, name);
    }

    private static void insert(DataSource dataSource, String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    /** For code that may throw nothing checked. */
    public void insertUnchecked(String name) {
        try {
            insert(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) throws SQLException {
        Sql.execute(guarded, sql);
    }

    /** The names that the thread's transaction sees, in order. */
    public List<String> names() throws SQLException {
        return Sql.query(guarded, "SELECT name FROM item ORDER BY name");
    }

    /** The names that are committed, in order: as somebody else sees them. */
    public List<String> committed() throws SQLException {
        return observe("SELECT name FROM item ORDER BY name");
    }

    /** Whether a name is committed. */
    public boolean hasCommitted(String name) throws SQLException {
        return !observe("SELECT name FROM item WHERE name = '" + name + "'").isEmpty();
    }

    /** The first column of a query's rows, as somebody else sees it. */
    public List<String> observe(String query) throws SQLException {
        return Sql.query(observer, query);
    }

    /** Has somebody else run a statement. */
    public void executeByOther(String sql) throws SQLException {
        Sql.execute(observer, sql);
    }
}

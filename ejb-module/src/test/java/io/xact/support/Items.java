// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.Guarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What tested code does to the two databases, through guarded data sources. */
@ApplicationScoped
public class Items {

    @Inject
    @Guarded(Surroundings.ORDERS)
    private DataSource orders;

    @Inject
    @Guarded(Surroundings.AUDIT)
    private DataSource audit;

    /** Inserts a row into the first database. */
    public void insert(String name) throws SQLException {
        insert(orders, name);
    }

    /** Inserts a row into the second database. */
    public void insertAudit(String name) throws SQLException {
        insert(audit, name);
    }

    /** The rows of the first database, as the calling thread's transaction sees them. */
    public List<String> names() throws SQLException {
        return query(orders, "SELECT name FROM item ORDER BY name");
    }

    public DataSource orders() {
        return orders;
    }

    public DataSource audit() {
        return audit;
    }

    /** Inserts a row. */
    public static void insert(DataSource dataSource, String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    /** The first column of a query's rows. */
    public static List<String> query(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Runs a statement that answers no rows, on a connection of its own. */
    public static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

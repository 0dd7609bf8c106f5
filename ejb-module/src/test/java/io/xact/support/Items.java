// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.Guarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    public DataSource orders() {
        return orders;
    }

    private static void insert(DataSource dataSource, String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }
}

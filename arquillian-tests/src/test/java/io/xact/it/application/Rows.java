// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes the application's rows by JDBC, for whoever has a data source injected. */
public final class Rows {

    private Rows() {}

    /** Inserts a row. */
    public static void insert(DataSource dataSource, String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    /** Inserts a row, and fails then if that is asked for. */
    public static void insert(DataSource dataSource, String name, boolean refuse)
            throws SQLException, RefusedException {
        insert(dataSource, name);
        if (refuse) {
            throw new RefusedException();
        }
    }
}

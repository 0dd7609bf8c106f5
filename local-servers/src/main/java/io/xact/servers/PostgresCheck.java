// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Whether a PostgreSQL that is not ours can be used: asked before a server boots over it. */
final class PostgresCheck {

    private static final int LIMIT_SECONDS = 5;

    private PostgresCheck() {}

    /**
     * Connects and looks for what XA needs.
     *
     * @throws LocalServerException if it cannot be reached within seconds, or is not fit; the message says what to change
     */
    static void isFit(String url, String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        try {
            dataSource.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new LocalServerException(
                    "-Dxact.db.url=" + url + " is no URL: give jdbc:postgresql://host:port/database", e);
        }
        dataSource.setUser(user);
        dataSource.setPassword(password);
        dataSource.setLoginTimeout(LIMIT_SECONDS);
        dataSource.setConnectTimeout(LIMIT_SECONDS);
        dataSource.setSocketTimeout(LIMIT_SECONDS);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW max_prepared_transactions")) {
            row.next();
            if (row.getInt(1) == 0) {
                throw new LocalServerException(
                        "PostgreSQL at " + url
                                + " has max_prepared_transactions = 0, so it refuses XA. Set it to 64, say, in postgresql.conf, and restart PostgreSQL");
            }
        } catch (SQLException e) {
            throw new LocalServerException(refusal(url, user, e), e);
        }
    }

    private static String refusal(String url, String user, SQLException e) {
        String found = " (" + e.getMessage() + ")";
        return switch (state(e)) {
            case "28P01", "28000", "08004" ->
                "PostgreSQL at " + url + " does not let user " + user + " in" + found
                        + ". Give -Dxact.db.user and -Dxact.db.password as it knows them";
            case "3D000" ->
                "PostgreSQL at " + url + " has no such database" + found
                        + ". Create it, or name another in -Dxact.db.url";
            case "08001", "08006" ->
                "No PostgreSQL answers at " + url + " within " + LIMIT_SECONDS + " seconds" + found
                        + ". Start it, or correct -Dxact.db.url";
            default -> "PostgreSQL at " + url + " cannot be used" + found;
        };
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }
}

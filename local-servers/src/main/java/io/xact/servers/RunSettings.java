// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of the run command.
 *
 * @param root the repository, where everything was built
 * @param port the port of 127.0.0.1 that the example answers on
 * @param postgresql whether the database is PostgreSQL, not H2
 * @param url the URL of the user's own PostgreSQL; null to start one
 * @param user the user there
 * @param password the password there
 * @param driver the jar of another JDBC driver for PostgreSQL; null for ours
 */
record RunSettings(
        Path root,
        int port,
        boolean postgresql,
        @Nullable String url,
        String user,
        String password,
        @Nullable Path driver) {

    /**
     * Reads the settings.
     *
     * @throws LocalServerException if one makes no sense
     */
    static RunSettings from(Properties properties) {
        String url = properties.getProperty("xact.db.url");
        String driver = properties.getProperty("xact.db.driver");
        return new RunSettings(
                Path.of(properties.getProperty("xact.run.root", ""))
                        .toAbsolutePath()
                        .normalize(),
                port(properties.getProperty("xact.port", "8080")),
                isPostgresql(properties.getProperty("xact.db"), url),
                url,
                properties.getProperty("xact.db.user", "xact"),
                properties.getProperty("xact.db.password", "xact"),
                driver == null ? null : Path.of(driver).toAbsolutePath());
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new LocalServerException("-Dxact.port=" + text + " is no port: give a number from 1 to 65535");
    }

    private static boolean isPostgresql(@Nullable String database, @Nullable String url) {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new LocalServerException(
                    "-Dxact.db.url=" + url + " is not for PostgreSQL: give jdbc:postgresql://host:port/database");
        }
        return switch (database == null ? (url == null ? "h2" : "postgresql") : database) {
            case "postgresql" -> true;
            case "h2" -> {
                if (url != null) {
                    throw new LocalServerException(
                            "-Dxact.db.url names a PostgreSQL, but -Dxact.db=h2 asks for H2: leave one of them out");
                }
                yield false;
            }
            default -> throw new LocalServerException("-Dxact.db=" + database + " is not known: give h2 or postgresql");
        };
    }
}

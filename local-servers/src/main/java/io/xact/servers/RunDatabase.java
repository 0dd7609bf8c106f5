// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.Driver;

/**
 * The database under the example.
 *
 * @param name the name of the CLI script that makes a data source for it
 * @param properties what the script needs to know
 */
record RunDatabase(String name, Map<String, String> properties) {

    RunDatabase {
        properties = Map.copyOf(properties);
    }

    /** Returns H2 on a file that stays from run to run. */
    static RunDatabase h2(RunFiles files) {
        Path file = files.directory().resolve("h2").resolve("shipments");
        return new RunDatabase(
                "h2", Map.of("xact.ds.url", "jdbc:h2:file:" + slashes(file) + ";DB_CLOSE_ON_EXIT=FALSE"));
    }

    /**
     * Checks what the user named, before anything is started.
     *
     * @throws LocalServerException if the database does not answer or is not fit for XA, or there is no such driver
     */
    static void check(RunSettings settings) {
        if (settings.postgresql() && !Files.isRegularFile(driver(settings))) {
            throw new LocalServerException("There is no JDBC driver in " + driver(settings)
                    + ": give the jar of one by -Dxact.db.driver, or leave that out");
        }
        if (settings.url() != null) {
            PostgresCheck.isFit(settings.url(), settings.user(), settings.password());
        }
    }

    /** Returns the PostgreSQL that the user named, or starts one whose data stays from run to run. */
    static RunDatabase postgresql(RunSettings settings, RunFiles files) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("xact.ds.driver", slashes(driver(settings)));
        if (settings.url() == null) {
            System.out.println("xact: starting PostgreSQL");
            PostgresServer server = PostgresServer.builder()
                    .directory(files.directory().resolve("postgresql"))
                    .start();
            properties.put("xact.ds.url", server.createDatabase("shipments"));
            properties.put("xact.ds.user", PostgresServer.USER);
        } else {
            properties.put("xact.ds.url", inQuotes(settings.url()));
            properties.put("xact.ds.user", inQuotes(settings.user()));
            properties.put("xact.ds.password", inQuotes(settings.password()));
        }
        return new RunDatabase("postgresql", properties);
    }

    /** The CLI reads a line after it has put the values in; in the scripts these stand between quotes. */
    private static String inQuotes(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Returns the jar that the user named, or the one that this class path has. */
    private static Path driver(RunSettings settings) {
        if (settings.driver() != null) {
            return settings.driver();
        }
        try {
            return Path.of(Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new LocalServerException("Cannot find the JDBC driver for PostgreSQL on the class path: " + e, e);
        }
    }
}

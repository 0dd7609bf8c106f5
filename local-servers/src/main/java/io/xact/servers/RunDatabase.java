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
        return new RunDatabase("h2", Map.of("xact.ds.url", "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE"));
    }

    /**
     * Returns the PostgreSQL that the user named, or a new one whose data stays from run to run.
     *
     * @throws LocalServerException if it does not answer or is not fit for XA
     */
    static RunDatabase postgresql(RunSettings settings, RunFiles files) {
        Path driver = settings.driver() == null ? ownDriver() : settings.driver();
        if (!Files.isRegularFile(driver)) {
            throw new LocalServerException("There is no JDBC driver in " + driver
                    + ": give the jar of one by -Dxact.db.driver, or leave that out");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("xact.ds.driver", driver.toString());
        if (settings.url() == null) {
            System.out.println("xact: starting PostgreSQL");
            PostgresServer server = PostgresServer.builder()
                    .directory(files.directory().resolve("postgresql"))
                    .start();
            properties.put("xact.ds.url", server.createDatabase("shipments"));
            properties.put("xact.ds.user", PostgresServer.USER);
        } else {
            PostgresCheck.isFit(settings.url(), settings.user(), settings.password());
            properties.put("xact.ds.url", settings.url());
            properties.put("xact.ds.user", settings.user());
            properties.put("xact.ds.password", settings.password());
        }
        return new RunDatabase("postgresql", properties);
    }

    private static Path ownDriver() {
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

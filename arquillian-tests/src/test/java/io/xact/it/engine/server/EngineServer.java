// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.server;

import io.xact.servers.PostgresServer;
import io.xact.servers.WildFlyHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that writes down each statement, and a WildFly with data sources on it and on H2, made by the library's own scripts.
 * Arquillian starts and stops that WildFly; this comes before and after.
 */
public final class EngineServer {

    private static final Path REPOSITORY = Path.of(System.getProperty("xact.it.repository", ".."));

    private @Nullable PostgresServer postgresql;

    void setUp(@Observes(precedence = 1) BeforeSuite start) {
        postgresql = PostgresServer.builder()
                .parameter("logging_collector", "on") // into its data directory, where SQL can read it
                .parameter("log_filename", "statements.log")
                .parameter("log_statement", "all")
                .parameter("log_line_prefix", "%p ")
                .parameter("deadlock_timeout", "50ms")
                .start();
        String url = postgresql.createDatabase("engine");
        makeMarkerTable(url);
        WildFlyHome home = WildFlyHome.at(Path.of(System.getProperty("xact.it.configured-server")));
        Path base = home.resetConfiguration(Path.of(System.getProperty("xact.it.runs"), "engine"));
        home.configure(base, properties(url), scripts());
    }

    private static void makeMarkerTable(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(REPOSITORY.resolve("ear/src/main/wildfly/commit-markable.sql")));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> scripts() {
        return Stream.of(
                        "ear/src/main/wildfly/server.cli",
                        "ear/src/main/wildfly/postgresql.cli",
                        "arquillian-tests/src/test/resources/engine.cli")
                .map(REPOSITORY::resolve)
                .toList();
    }

    private static Map<String, String> properties(String url) {
        return Map.of(
                "xact.ds.name",
                "PostgresqlXaDS",
                "xact.ds.jndi-name",
                "java:jboss/datasources/PostgresqlXaDS",
                "xact.ds.driver",
                System.getProperty("xact.it.postgresql-driver"),
                "xact.ds.url",
                url,
                "xact.ds.user",
                PostgresServer.USER,
                "xact.recovery.period-seconds", // its connection of a commit-markable data source would be taken for a
                // leak
                "3600");
    }

    void tearDown(@Observes(precedence = -1) AfterSuite end) {
        Objects.requireNonNull(postgresql, "set up").close();
    }
}

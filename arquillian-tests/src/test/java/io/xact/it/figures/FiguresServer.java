// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.figures;

import io.xact.it.figures.application.TransactionsResource;
import io.xact.it.support.Archives;
import io.xact.servers.PostgresServer;
import io.xact.servers.WildFlyHome;
import io.xact.servers.WildFlyServer;
import io.xact.servers.WildFlyServerBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A PostgreSQL as it is shipped, and WildFly with an XA data source and a commit-markable one on it, set up by the library's scripts. */
final class FiguresServer implements AutoCloseable {

    static final String XA = "XaDS";
    static final String COMMIT_MARKABLE = "CommitMarkableDS";

    private static final Path SCRIPTS =
            Path.of(System.getProperty("xact.it.repository", "..")).resolve("ear/src/main/wildfly");

    private final WildFlyHome home = WildFlyHome.at(Path.of(System.getProperty("xact.it.configured-server")));
    private final Path base;
    private final PostgresServer postgresql;
    private final WildFlyServer server;

    FiguresServer() throws IOException, SQLException {
        base = home.resetConfiguration(Path.of(System.getProperty("xact.it.runs"), "figures"));
        postgresql = PostgresServer.start();
        String url = postgresql.createDatabase("figures");
        execute(url, Files.readString(SCRIPTS.resolve("commit-markable.sql")));
        execute(
                url,
                "CREATE TABLE item (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name VARCHAR(40) NOT NULL)");
        configure(url, XA, "server.cli", "messaging.cli", "postgresql.cli");
        configure(url, COMMIT_MARKABLE, "postgresql-commit-markable.cli");
        ShrinkWrap.create(WebArchive.class, "figures.war")
                .addPackage(TransactionsResource.class.getPackage())
                .addAsLibraries(Archives.jars())
                .as(ZipExporter.class)
                .exportTo(base.resolve("deployments/figures.war").toFile(), true);
        server = start();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void configure(String url, String dataSource, String... scripts) {
        Map<String, String> properties = Map.of(
                "xact.ds.driver",
                System.getProperty("xact.it.postgresql-driver"),
                "xact.ds.name",
                dataSource,
                "xact.ds.jndi-name",
                jndiName(dataSource),
                "xact.ds.url",
                url,
                "xact.ds.user",
                PostgresServer.USER);
        home.configure(
                base,
                properties,
                List.of(scripts).stream().map(SCRIPTS::resolve).toList());
    }

    static String jndiName(String dataSource) {
        return "java:jboss/datasources/" + dataSource;
    }

    /** With what is to be tried: {@code -Dxact.figures.properties=name=value,name=value}, system properties of the server. */
    private WildFlyServer start() throws IOException {
        WildFlyServerBuilder builder = home.server(base).portOffset(Integer.getInteger("xact.it.port-offset"));
        Properties tried = new Properties();
        tried.load(new StringReader(
                System.getProperty("xact.figures.properties", "").replace(',', '\n')));
        tried.stringPropertyNames().forEach(name -> builder.systemProperty(name, tried.getProperty(name)));
        return builder.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            postgresql.close();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.crash;

import io.xact.it.crash.application.OrdersResource;
import io.xact.it.engine.application.EmptyResource;
import io.xact.it.support.Archives;
import io.xact.servers.PostgresServer;
import io.xact.servers.WildFlyHome;
import io.xact.servers.WildFlyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL without prepared transactions, and WildFly with a commit-markable data source on it; it can be told where to end. */
final class OrdersServer implements AutoCloseable {

    private static final Path REPOSITORY = Path.of(System.getProperty("xact.it.repository", ".."));
    private static final Path WILDFLY_SCRIPTS = REPOSITORY.resolve("ear/src/main/wildfly");

    private final WildFlyHome home = WildFlyHome.at(Path.of(System.getProperty("xact.it.configured-server")));
    private final Path base;
    private final Path halts;
    private final PostgresServer postgresql;
    private final String url;
    private @Nullable WildFlyServer server;

    /** Sets a server up, and doesn't start it. */
    OrdersServer() throws IOException, SQLException {
        base = home.resetConfiguration(Path.of(System.getProperty("xact.it.runs"), "orders"));
        halts = Files.createDirectories(base.resolve("halts"));
        postgresql = PostgresServer.builder()
                .parameter("max_prepared_transactions", "0")
                .start();
        url = postgresql.createDatabase("orders");
        execute(Files.readString(WILDFLY_SCRIPTS.resolve("commit-markable.sql")));
        execute("CREATE TABLE orders (id VARCHAR(40) PRIMARY KEY)");
        configure("postgresql.cli"); // the other one has to take its place
        configure("server.cli", "messaging.cli", "postgresql-commit-markable.cli");
        deploy();
    }

    /** Applies scripts. */
    void configure(String... scripts) {
        Map<String, String> properties = Map.of(
                "xact.ds.driver",
                System.getProperty("xact.it.postgresql-driver"),
                "xact.ds.url",
                url,
                "xact.ds.user",
                PostgresServer.USER);
        home.configure(
                base,
                properties,
                Stream.of(scripts).map(WILDFLY_SCRIPTS::resolve).toList());
    }

    private void deploy() throws IOException {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "orders.war")
                .addPackage(OrdersResource.class.getPackage())
                .addClass(EmptyResource.class)
                .addAsLibraries(Archives.jars());
        war.as(ZipExporter.class)
                .exportTo(base.resolve("deployments/orders.war").toFile(), true);
    }

    /** What the scripts have made of the configuration. */
    String configuration() throws IOException {
        return Files.readString(base.resolve("configuration/standalone-full.xml"));
    }

    void start() {
        String byteman = System.getProperty("xact.it.byteman");
        Path rules = REPOSITORY.resolve("arquillian-tests/src/test/resources/crash/halt.btm");
        server = home.server(base)
                .portOffset(Integer.getInteger("xact.it.port-offset"))
                .systemProperty("xact.it.halt", halts.toString())
                .jvmOption("-javaagent:%1$s=script:%2$s,boot:%1$s".formatted(byteman, rules.toAbsolutePath()))
                .start();
    }

    /** Has the next commit end the server. */
    void haltNext(Halt where) throws IOException {
        Files.createFile(halts.resolve(where.name()));
    }

    /** Waits until the server has ended, and starts it again. */
    void restartAfterHalt(Halt where) throws IOException, InterruptedException {
        if (server != null) {
            server.awaitEnd();
            server.close();
        }
        Files.delete(halts.resolve(where.name()));
        start();
    }

    /** The orders that are committed. */
    List<String> orders() throws SQLException {
        return query("SELECT id FROM orders ORDER BY id");
    }

    /** The rows that tell recovery what is committed. */
    List<String> markers() throws SQLException {
        return query("SELECT transactionManagerID FROM xids");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            postgresql.close();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.shipments;

import io.xact.servers.PostgresServer;
import io.xact.servers.WildFlyHome;
import io.xact.servers.WildFlyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** WildFly with the library's EAR and the example's WAR, over one database; everything new for each run. */
final class ShipmentsServer implements AutoCloseable {

    private static final Path REPOSITORY = Path.of(System.getProperty("xact.it.repository", ".."));
    private static final int PORT_OFFSET = Integer.getInteger("xact.it.port-offset");

    private final Path base;
    private final @Nullable PostgresServer postgresql;
    private final WildFlyServer server;

    private ShipmentsServer(String database, boolean failInjection) throws IOException {
        WildFlyHome home = WildFlyHome.at(Path.of(System.getProperty("xact.it.configured-server")));
        base = home.resetConfiguration(Path.of(System.getProperty("xact.it.runs"), "shipments-" + database));
        postgresql = database.equals("postgresql") ? PostgresServer.start() : null;
        configure(home, database);
        deploy(REPOSITORY.resolve("ear/target/xact.ear"));
        deploy(REPOSITORY.resolve("examples/shipments/target/shipments.war"));
        server = home.server(base)
                .portOffset(PORT_OFFSET)
                .systemProperty("shipments.fail-injection", Boolean.toString(failInjection))
                .start();
    }

    static ShipmentsServer start(String database, boolean failInjection) {
        try {
            return new ShipmentsServer(database, failInjection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Applies the scripts; as often as it is called, with the same result. */
    private void configure(WildFlyHome home, String database) {
        Path scripts = REPOSITORY.resolve("ear/src/main/wildfly");
        home.configure(
                base,
                properties(),
                List.of(
                        scripts.resolve("server.cli"),
                        scripts.resolve("messaging.cli"),
                        scripts.resolve(database + ".cli"),
                        REPOSITORY.resolve("examples/shipments/src/main/wildfly/shipments.cli")));
    }

    private Map<String, String> properties() {
        Map<String, String> names =
                Map.of("xact.ds.name", "ShipmentsDS", "xact.ds.jndi-name", "java:jboss/datasources/ShipmentsDS");
        Map<String, String> database = postgresql == null
                ? Map.of("xact.ds.url", "jdbc:h2:mem:shipments;DB_CLOSE_DELAY=-1")
                : Map.of(
                        "xact.ds.driver", System.getProperty("xact.it.postgresql-driver"),
                        "xact.ds.url", postgresql.createDatabase("shipments"),
                        "xact.ds.user", PostgresServer.USER);
        Map<String, String> all = new java.util.HashMap<>(names);
        all.putAll(database);
        return all;
    }

    private void deploy(Path archive) throws IOException {
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        Files.copy(archive, deployments.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the scripts have made of the configuration. */
    String configuration() throws IOException {
        return Files.readString(base.resolve("configuration/standalone-full.xml"));
    }

    /** Applies the scripts once more to the configuration that they made. */
    void configureAgain(String database) {
        configure(WildFlyHome.at(Path.of(System.getProperty("xact.it.configured-server"))), database);
    }

    static String address() {
        return "http://127.0.0.1:" + (8080 + PORT_OFFSET);
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            if (postgresql != null) {
                postgresql.close();
            }
        }
    }
}

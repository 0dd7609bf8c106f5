// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.shipments;

import io.xact.it.support.Server;
import io.xact.servers.PostgresServer;
import io.xact.servers.WildFlyHome;
import io.xact.servers.WildFlyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jspecify.annotations.Nullable;

/** WildFly with the library's EAR and the example's WAR, over one database; everything new for each run. */
final class ShipmentsServer implements AutoCloseable {

    private static final Path REPOSITORY = Path.of(System.getProperty("xact.it.repository", ".."));
    private static final int PORT_OFFSET = Integer.getInteger("xact.it.port-offset");

    private final WildFlyHome home = WildFlyHome.at(Path.of(System.getProperty("xact.it.configured-server")));
    private final Path base;
    private final @Nullable PostgresServer postgresql;
    private final List<Path> scripts;
    private final Map<String, String> properties;
    private @Nullable WildFlyServer server;

    /** Sets a server up, and doesn't start it. */
    ShipmentsServer(String database) throws IOException {
        base = home.resetConfiguration(Path.of(System.getProperty("xact.it.runs"), "shipments-" + database));
        postgresql = database.equals("postgresql") ? PostgresServer.start() : null;
        scripts = Stream.of(
                        "ear/src/main/wildfly/server.cli",
                        "ear/src/main/wildfly/messaging.cli",
                        "ear/src/main/wildfly/" + database + ".cli",
                        "examples/shipments/src/main/wildfly/shipments.cli")
                .map(REPOSITORY::resolve)
                .toList();
        properties = properties(postgresql);
        configure();
        deploy(REPOSITORY.resolve("ear/target/xact.ear"));
        deploy(REPOSITORY.resolve("examples/shipments/target/shipments.war"));
    }

    private static Map<String, String> properties(@Nullable PostgresServer postgresql) {
        Map<String, String> properties = new HashMap<>();
        properties.put("xact.ds.name", "ShipmentsDS");
        properties.put("xact.ds.jndi-name", "java:jboss/datasources/ShipmentsDS");
        if (postgresql == null) {
            properties.put("xact.ds.url", "jdbc:h2:mem:shipments;DB_CLOSE_DELAY=-1");
        } else {
            properties.put("xact.ds.driver", System.getProperty("xact.it.postgresql-driver"));
            properties.put("xact.ds.url", postgresql.createDatabase("shipments"));
            properties.put("xact.ds.user", PostgresServer.USER);
        }
        return properties;
    }

    /** Applies the scripts. */
    void configure() {
        home.configure(base, properties, scripts);
    }

    void start(boolean failInjection) {
        server = home.server(base)
                .portOffset(PORT_OFFSET)
                .systemProperty("shipments.fail-injection", Boolean.toString(failInjection))
                .systemProperty("shipments.requeue-seconds", "3600") // messages are counted
                .start();
    }

    void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private void deploy(Path archive) throws IOException {
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        Files.copy(archive, deployments.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the scripts have made of the configuration. */
    String configuration() throws IOException {
        return Files.readString(base.resolve("configuration/standalone-full.xml"));
    }

    /** How many messages have come into the queue since the server's start, by the broker's own count. */
    static long messagesAdded() {
        ModelNode queue = Operations.createAddress(
                "subsystem", "messaging-activemq", "server", "default", "jms-queue", "deliveries");
        return Server.manage(Operations.createReadAttributeOperation(queue, "messages-added"))
                .asLong();
    }

    static String address() {
        return "http://127.0.0.1:" + (8080 + PORT_OFFSET);
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            if (postgresql != null) {
                postgresql.close();
            }
        }
    }
}

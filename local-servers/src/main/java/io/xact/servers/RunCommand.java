// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The run command: boots WildFly with the library's EAR and the example on 127.0.0.1, over H2 or PostgreSQL, says where it answers,
 * and stops it all when the process is told to end. What keeps it from running is said in one message; the exit code is then 1.
 */
public final class RunCommand {

    private static final String DATA_SOURCE = "ShipmentsDS";
    private static final int USUAL_MANAGEMENT_PORT = 9990;

    private final RunSettings settings;
    private final RunFiles files;

    RunCommand(RunSettings settings) {
        this.settings = settings;
        this.files = new RunFiles(settings.root());
    }

    /**
     * Runs until the process is told to end.
     *
     * @param arguments none; the system properties {@code xact.db}, {@code xact.db.url}, {@code xact.db.user},
     *     {@code xact.db.password}, {@code xact.db.driver} and {@code xact.port} are read, and
     *     {@code xact.run.root} for the place of the repository
     */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            WildFlyServer server = new RunCommand(RunSettings.from(System.getProperties())).start();
            int exitCode = server.awaitEnd();
            if (!RunningServers.ending()) {
                throw new LocalServerException(
                        "WildFly has ended by itself, with exit code " + exitCode + ". Its log is " + server.log());
            }
        } catch (LocalServerException e) {
            if (!RunningServers.ending()) { // else it is the end that the user asked for
                System.err.println("xact: " + e.getMessage());
                System.exit(1);
            }
        }
        Thread.currentThread().join(); // the process is ending: whoever called this has nothing more to do
    }

    /**
     * Starts everything and says where it answers.
     *
     * @throws LocalServerException if it cannot be
     */
    WildFlyServer start() {
        RunChecks.java(Path.of(System.getProperty("java.home", "")));
        RunChecks.portIsFree(settings.port());
        files.check();
        files.lock();
        RunDatabase.check(settings);
        WildFlyHome home = WildFlyHome.at(files.wildFly());

        say("stopped", "preparing WildFly with " + (settings.postgresql() ? "PostgreSQL" : "H2"));
        RunDatabase database = settings.postgresql() ? RunDatabase.postgresql(settings, files) : RunDatabase.h2(files);
        Path base = home.resetConfiguration(files.base(database.name()));
        home.configure(base, properties(database), scripts(database));

        System.out.println("xact: booting WildFly, its log is " + base.resolve("console.log"));
        WildFlyServer server = home.server(base)
                .systemProperty("jboss.http.port", Integer.toString(settings.port()))
                .systemProperty("jboss.management.http.port", Integer.toString(managementPort()))
                .systemProperty("shipments.fail-injection", "true")
                .start();
        String address = "http://" + Host.LOOPBACK + ":" + settings.port() + "/";
        RunChecks.answers(address, server.log());
        System.out.println("xact: shipments answers on " + address + "  (Ctrl-C stops it)");
        return server;
    }

    /** Says something now, and something else when all servers have been stopped. */
    private static void say(String atEnd, String now) {
        RunningServers.start(() -> now, ignored -> System.out.println("xact: " + atEnd));
        System.out.println("xact: " + now);
    }

    private static int managementPort() {
        return FreePort.isFree(USUAL_MANAGEMENT_PORT) ? USUAL_MANAGEMENT_PORT : FreePort.any();
    }

    private Map<String, String> properties(RunDatabase database) {
        Map<String, String> properties = new LinkedHashMap<>(database.properties());
        properties.put("xact.ds.name", DATA_SOURCE);
        properties.put("xact.ds.jndi-name", "java:jboss/datasources/" + DATA_SOURCE);
        return properties;
    }

    private List<Path> scripts(RunDatabase database) {
        return List.of(
                files.script("server"),
                files.script("messaging"),
                files.script(database.name()),
                files.exampleScript(),
                deployScript());
    }

    /** The EAR comes before the WAR that depends on it. */
    private Path deployScript() {
        List<String> lines = List.of(
                "embed-server --server-config=standalone-full.xml",
                deploy(files.ear()),
                deploy(files.war()),
                "stop-embedded-server");
        try {
            return Files.write(Files.createDirectories(files.directory()).resolve("deploy.cli"), lines);
        } catch (IOException e) {
            throw new LocalServerException("Cannot write to " + files.directory() + ": " + e, e);
        }
    }

    private static String deploy(Path archive) {
        return "/deployment=%s:add(enabled=true,content=[{archive=true,path=\"%s\"}])"
                .formatted(archive.getFileName(), archive.toString().replace('\\', '/'));
    }
}

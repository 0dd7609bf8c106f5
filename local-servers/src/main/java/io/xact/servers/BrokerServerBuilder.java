// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link BrokerServer} is to be like. Not thread-safe. */
public final class BrokerServerBuilder {

    private static final int PORT_ATTEMPTS = 5;

    private @Nullable Path directory;
    private String classPath = classPathOfThisJvm();
    private int fixedPort;

    BrokerServerBuilder() {}

    /**
     * Keeps journal and log in a directory, made if it is not there, where a later broker goes on with them.
     *
     * @param directory a directory of its own; the log is that of the broker started last
     */
    public BrokerServerBuilder directory(Path directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
        return this;
    }

    /** Says which port of 127.0.0.1 the broker listens on; a free one if this is not called. */
    public BrokerServerBuilder port(int port) {
        this.fixedPort = port;
        return this;
    }

    /** Says where the broker's classes come from: only for tests. */
    BrokerServerBuilder classPath(String classPath) {
        this.classPath = classPath;
        return this;
    }

    /** Returns what this JVM loads classes from, also when Surefire started it with a single archive that names them all. */
    private static String classPathOfThisJvm() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    }

    /**
     * Starts the broker and waits until it takes connections.
     *
     * @throws LocalServerException if it does not start; nothing is left running
     */
    public BrokerServer start() {
        for (int attempt = 1; ; attempt++) {
            BrokerServer server = launch(fixedPort != 0 ? fixedPort : FreePort.any());
            try {
                server.awaitReady();
                return server;
            } catch (LocalServerException e) {
                boolean another = fixedPort == 0 && server.portWasTaken() && attempt < PORT_ATTEMPTS;
                server.kill();
                server.close();
                if (!another) {
                    throw e;
                }
            }
        }
    }

    private BrokerServer launch(int port) {
        try {
            BrokerDirectory opened = BrokerDirectory.open(directory);
            Files.deleteIfExists(opened.ready());
            return RunningServers.start(
                    () -> new BrokerServer(opened, launch(opened, port), port), BrokerServer::close);
        } catch (IOException e) {
            throw new LocalServerException("Cannot start Artemis in " + directory + ": " + e, e);
        }
    }

    private ServerProcess launch(BrokerDirectory opened, int port) {
        List<String> program = List.of(
                Host.javaCommand(Path.of(System.getProperty("java.home", ""))).toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                BrokerCommand.class.getName(),
                opened.root().toString(),
                Integer.toString(port));
        // by the environment: it is long, and messages have the command line
        Map<String, String> environment = Map.of("CLASSPATH", classPath);
        return ServerProcess.start("Artemis", List.of(), program, environment, opened.log(), "KILL");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link PostgresServer} is to be like. Not thread-safe. */
public final class PostgresServerBuilder {

    private static final int PORT_ATTEMPTS = 5;

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private @Nullable Path directory;
    private @Nullable Path cache;
    private @Nullable ServerUser user;
    private int fixedPort;

    PostgresServerBuilder() {
        parameter("max_prepared_transactions", "64"); // 0, the server's own default, refuses XA
        parameter("lc_messages", "C"); // its log is read
    }

    /**
     * Keeps data and log in a directory, made if it is not there, where a later server goes on with them.
     * A server that was left running there, because its JVM was killed, is stopped first.
     *
     * @param directory a directory of its own; where the server's user cannot reach it, one under {@code java.io.tmpdir} stands in for it
     */
    public PostgresServerBuilder directory(Path directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
        return this;
    }

    /**
     * Says where the programs are unpacked, once for all servers.
     *
     * @param cache a directory, made if it is not there; one under {@code java.io.tmpdir} if this is not called
     */
    public PostgresServerBuilder cache(Path cache) {
        this.cache = Objects.requireNonNull(cache, "cache");
        return this;
    }

    /** Says which port of 127.0.0.1 the server listens on; a free one if this is not called. */
    public PostgresServerBuilder port(int port) {
        this.fixedPort = port;
        return this;
    }

    /** Sets a parameter of {@code postgresql.conf}. */
    public PostgresServerBuilder parameter(String name, String value) {
        parameters.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /** Says who the server runs as, without trying: only for tests. */
    PostgresServerBuilder user(ServerUser user) {
        this.user = user;
        return this;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @throws LocalServerException if it does not start; nothing is left running
     */
    public PostgresServer start() {
        ServerUser serverUser = user == null ? ServerUser.unprivileged() : user;
        try {
            Path home = PostgresBinaries.usableBy(serverUser, cache);
            PostgresDirectory opened = PostgresDirectory.open(directory, serverUser);
            try {
                opened.prepare(home);
                return start(home, opened, serverUser);
            } catch (IOException | RuntimeException e) {
                try {
                    opened.close();
                } catch (IOException closing) {
                    e.addSuppressed(closing);
                }
                throw e;
            }
        } catch (IOException e) {
            throw new LocalServerException("Cannot start PostgreSQL in " + directory + ": " + e, e);
        }
    }

    private PostgresServer start(Path home, PostgresDirectory opened, ServerUser serverUser) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = fixedPort != 0 ? fixedPort : FreePort.any();
            String before = opened.processFile();
            PostgresServer server = RunningServers.start(
                    () -> new PostgresServer(home, opened, launch(home, opened, serverUser, port), port),
                    PostgresServer::close);
            try {
                server.awaitReady(before);
                return server;
            } catch (IOException | RuntimeException e) {
                RunningServers.forget(server);
                server.stopProcess();
                if (fixedPort != 0 || !server.portWasTaken() || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private ServerProcess launch(Path home, PostgresDirectory opened, ServerUser serverUser, int port) {
        Map<String, String> settings = new LinkedHashMap<>(parameters);
        settings.put("listen_addresses", Host.LOOPBACK);
        settings.put("unix_socket_directories", "");
        settings.put("port", Integer.toString(port));
        List<String> program = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(), "-D", opened.data().toString()));
        settings.forEach((name, value) -> program.addAll(List.of("-c", name + "=" + value)));
        return ServerProcess.start(
                "PostgreSQL", serverUser.prefix(), program, Map.of("LC_ALL", "C"), opened.log(), "INT");
    }
}

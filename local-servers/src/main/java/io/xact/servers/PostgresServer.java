// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on this machine, on 127.0.0.1 only, where every local connection is trusted. It ends with this JVM at the latest;
 * when this is root, it runs as somebody else. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

    /** The superuser of each server; it needs no password. */
    public static final String USER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Path home;
    private final PostgresDirectory directory;
    private final ServerProcess process;
    private final int port;

    private boolean stopped;

    PostgresServer(Path home, PostgresDirectory directory, ServerProcess process, int port) {
        this.home = home;
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /** Starts a server with the builder's defaults, in a temporary directory. */
    public static PostgresServer start() {
        return builder().start();
    }

    /** Returns a builder that starts a server with {@code max_prepared_transactions} at 64, in a temporary directory, on a free port. */
    public static PostgresServerBuilder builder() {
        return new PostgresServerBuilder();
    }

    /** Returns the port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Returns the process id of the server's first process. */
    public long pid() {
        return process.pid();
    }

    /** Returns the directory that holds the data and the log; not the one asked for, where the server's user could not reach that. */
    public Path directory() {
        return directory.root();
    }

    /**
     * Returns the URL of a database, with the superuser in it.
     *
     * @param database the name of a database; {@code postgres} is always there
     */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Host.LOOPBACK + ":" + port + "/" + database + "?user=" + USER;
    }

    /**
     * Makes a database, unless it is there already.
     *
     * @param name the name, as it is: no case folding
     * @return the URL of the database
     * @throws LocalServerException if the server refuses
     */
    public String createDatabase(String name) {
        Objects.requireNonNull(name, "name");
        PGSimpleDataSource dataSource = new PGSimpleDataSource(); // the driver manager would depend on the class loader
        dataSource.setUrl(jdbcUrl("postgres"));
        try (Connection connection = dataSource.getConnection()) {
            if (!exists(connection, name)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + '"');
                }
            }
        } catch (SQLException e) {
            throw new LocalServerException(
                    "Cannot create database " + name + " on " + jdbcUrl("postgres") + ": " + e.getMessage(), e);
        }
        return jdbcUrl(name);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Waits until the server takes connections.
     *
     * @param before the text of {@code postmaster.pid} before this start: a killed server leaves one that says it is ready
     */
    void awaitReady(String before) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady(before)) {
            if (process.awaitEnd(POLL)) {
                throw new LocalServerException("PostgreSQL ended while starting in " + directory.root() + " on port "
                        + port + ". " + process.logTail());
            }
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - deadline > 0) {
                throw new LocalServerException("PostgreSQL in " + directory.root() + " on port " + port
                        + " is not ready after " + START_LIMIT.toSeconds() + " seconds. " + process.logTail());
            }
        }
    }

    private boolean isReady(String before) throws IOException {
        String now = directory.processFile();
        return !now.equals(before) && now.lines().skip(7).findFirst().orElse("").startsWith("ready");
    }

    boolean portWasTaken() {
        return !process.isAlive() && process.logTail().contains("could not bind");
    }

    /**
     * Stops the server: sessions are cut off, what is committed is on disk. Deletes a temporary directory. Does nothing the second time.
     */
    @Override
    public void close() {
        RunningServers.forget(this);
        stop();
    }

    /** Stops the process and leaves the directory open. */
    synchronized void stopProcess() {
        if (process.isAlive()) {
            directory.stop(home);
            process.kill();
        }
    }

    private synchronized void stop() {
        if (!stopped) {
            stopped = true;
            stopProcess();
            try {
                directory.close();
            } catch (IOException e) {
                throw new LocalServerException(
                        "PostgreSQL has ended, but its directory " + directory.root() + " could not be deleted: " + e,
                        e);
            }
        }
    }
}

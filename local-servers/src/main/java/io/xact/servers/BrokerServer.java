// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real ActiveMQ Artemis as a child of this JVM, on 127.0.0.1 only, without security, where queues are made when they are used first.
 * What it has accepted is in its journal on disk. It ends with this JVM at the latest. Whoever starts one has {@code artemis-server}
 * and an SLF4J binding on the class path. Thread-safe.
 */
public final class BrokerServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final BrokerDirectory directory;
    private final ServerProcess process;
    private final int port;

    private boolean stopped;

    BrokerServer(BrokerDirectory directory, ServerProcess process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /** Starts a broker with the builder's defaults: in a temporary directory, on a free port. */
    public static BrokerServer start() {
        return builder().start();
    }

    /** Returns a builder that starts a broker in a temporary directory, on a free port. */
    public static BrokerServerBuilder builder() {
        return new BrokerServerBuilder();
    }

    /** Returns what a connection factory needs, as {@code tcp://127.0.0.1:61616}. */
    public String url() {
        return "tcp://" + Host.LOOPBACK + ":" + port;
    }

    /** Returns the port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns the directory that holds the journal and the log. */
    public Path directory() {
        return directory.root();
    }

    /** Returns the file that the broker's warnings go to. */
    public Path log() {
        return directory.log();
    }

    /** Waits until the broker takes connections. */
    void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(directory.ready())) {
            if (process.awaitEnd(POLL)) {
                throw new LocalServerException("Artemis ended while starting in " + directory.root() + " on port "
                        + port + ". " + process.logTail());
            }
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - deadline > 0) {
                throw new LocalServerException("Artemis in " + directory.root() + " on port " + port
                        + " is not ready after " + START_LIMIT.toSeconds() + " seconds. " + process.logTail());
            }
        }
    }

    boolean portWasTaken() {
        return !process.isAlive() && process.logTail().contains("Failed to bind acceptor");
    }

    /**
     * Kills the broker, as a crash would, and waits until it is gone. What it has accepted is there for the next one on its directory;
     * a temporary one stays until {@link #close()}. Does nothing if the broker has ended.
     */
    public void kill() {
        process.kill();
    }

    /** Stops the broker: clients are cut off, the journal is complete. Deletes a temporary directory. Does nothing the second time. */
    @Override
    public void close() {
        RunningServers.forget(this);
        stop();
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        process.terminate();
        if (!process.awaitEnd(STOP_LIMIT)) {
            process.kill();
        }
        try {
            directory.release();
        } catch (IOException e) {
            throw new LocalServerException(
                    "Artemis has ended, but its directory " + directory.root() + " could not be deleted: " + e, e);
        }
    }
}

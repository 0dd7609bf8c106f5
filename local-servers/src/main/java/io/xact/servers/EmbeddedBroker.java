// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;

/**
 * A real ActiveMQ Artemis inside this JVM, without security, for tests that do not kill it; else see {@link BrokerServer}. What it has
 * accepted is in its journal on disk. It warns through SLF4J. Whoever uses it brings {@code artemis-server}. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

    // what it audits is every message; the field keeps the logger from being collected, with its level
    private static final Logger ARTEMIS = Logger.getLogger("org.apache.activemq");

    static {
        if (ARTEMIS.getLevel() == null) {
            ARTEMIS.setLevel(Level.WARNING);
        }
    }

    private final BrokerDirectory directory;
    private final int port;
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private boolean stopped;

    private EmbeddedBroker(BrokerDirectory directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts a broker in a temporary directory, on a free port. */
    public static EmbeddedBroker start() {
        return startIn(null, FreePort.any());
    }

    /**
     * Starts a broker that goes on with what an earlier one has left in its directory.
     *
     * @param directory a directory of its own, made if it is not there, and kept
     * @param port the port of 127.0.0.1 that it listens on; 0 for a free one
     * @throws LocalServerException if it does not start; nothing is left running
     */
    public static EmbeddedBroker start(Path directory, int port) {
        return startIn(Objects.requireNonNull(directory, "directory"), port == 0 ? FreePort.any() : port);
    }

    private static EmbeddedBroker startIn(@Nullable Path wanted, int port) {
        try {
            BrokerDirectory directory = BrokerDirectory.open(wanted);
            EmbeddedBroker broker =
                    RunningServers.start(() -> new EmbeddedBroker(directory, port), EmbeddedBroker::close);
            try {
                broker.open();
                return broker;
            } catch (LocalServerException e) {
                broker.closeAfter(e);
                throw e;
            }
        } catch (IOException e) {
            throw new LocalServerException("Cannot start Artemis in " + wanted + ": " + e, e);
        }
    }

    private synchronized void open() {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try {
            broker.setConfiguration(BrokerConfiguration.of(directory.root(), port))
                    .createActiveMQServer();
            broker.getActiveMQServer().registerActivationFailureListener(failure::set); // start() does not throw it
            broker.start();
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
        if (failure.get() != null || !broker.getActiveMQServer().isActive()) {
            throw new LocalServerException(
                    "Artemis cannot be started in %s on port %d: %s. Another broker may have that directory or port"
                            .formatted(directory.root(), port, failure.get()),
                    failure.get());
        }
    }

    /** Returns what a connection factory needs: the broker over TCP on 127.0.0.1. */
    public String url() {
        return BrokerConfiguration.tcpUrl(port);
    }

    /** Returns what a connection factory of this JVM may use instead: the broker without a network. */
    public String vmUrl() {
        return BrokerConfiguration.vmUrl(port);
    }

    /** Returns the port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Returns the directory that holds the journal. */
    public Path directory() {
        return directory.root();
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
        try {
            broker.stop();
            directory.release();
        } catch (Exception e) {
            throw new LocalServerException(
                    "Artemis in " + directory.root() + " on port " + port
                            + " could not be stopped, or its directory not deleted: " + e,
                    e);
        }
    }

    private void closeAfter(LocalServerException failure) {
        try {
            close();
        } catch (LocalServerException e) {
            failure.addSuppressed(e);
        }
    }
}

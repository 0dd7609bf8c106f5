// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.servers.BrokerServer;
import io.xact.servers.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A broker in a process of its own that keeps its address and what its journal holds, however often it is killed. */
public final class ProcessBroker implements AutoCloseable {

    private static final int PORT = FreePort.any();

    static final String URL = "tcp://127.0.0.1:" + PORT + "?callTimeout=5000";

    private final Path directory;
    private @Nullable BrokerServer running;

    /** Starts it with an empty journal. */
    public ProcessBroker() throws Exception {
        this.directory = Files.createTempDirectory("xact-broker");
        start();
    }

    /** Starts it with what its journal holds. */
    public void start() {
        running = BrokerServer.builder().directory(directory).port(PORT).start();
    }

    /** Ends it as a crash would. */
    public void kill() {
        if (running != null) {
            running.kill();
        }
    }

    /** Connects from outside any transaction. */
    public ActiveMQConnectionFactory outside() {
        return new ActiveMQConnectionFactory(URL);
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}

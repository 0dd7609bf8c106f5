// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.servers.BrokerServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker in a process of its own, over TCP; it keeps its address, and what its journal holds, however often it is killed. */
public final class ProcessBroker {

    private static final ProcessBroker ONLY = new ProcessBroker();

    private final Path directory;
    private final int port;
    private BrokerServer running;
    private boolean isKilled;

    private ProcessBroker() {
        try {
            this.directory = Files.createTempDirectory("xact-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.running = BrokerServer.builder().directory(directory).start();
        this.port = running.port();
    }

    /** The one of this JVM, started at the first use. */
    public static ProcessBroker only() {
        return ONLY;
    }

    /** Ends it as a crash would. */
    public void kill() {
        isKilled = true;
        running.kill();
    }

    /** Starts it with what its journal holds, if it was killed. */
    public void start() {
        if (isKilled) {
            running.close();
            running = BrokerServer.builder().directory(directory).port(port).start();
            isKilled = false;
        }
    }

    /** Connects to it. */
    public ActiveMQConnectionFactory outside() {
        return new ActiveMQConnectionFactory(url());
    }

    /** Its address. */
    public String url() {
        return "tcp://127.0.0.1:" + port + "?callTimeout=5000";
    }
}

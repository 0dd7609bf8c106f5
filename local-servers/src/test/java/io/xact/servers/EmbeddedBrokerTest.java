// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("artemis")
class EmbeddedBrokerTest {

    private final Path temporary;

    EmbeddedBrokerTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void answersWithAndWithoutTheNetwork() {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                EmbeddedBroker other = EmbeddedBroker.start()) {
            new BrokerClient(broker.url()).send("orders", "first");
            new BrokerClient(other.vmUrl()).send("orders", "the other's");
            assertThat(new BrokerClient(broker.vmUrl()).receive("orders")).isEqualTo("first");
        }
    }

    @Test
    void theNextOneGoesOnWithTheJournal() {
        int port;
        try (EmbeddedBroker broker = EmbeddedBroker.start(temporary, 0)) {
            port = broker.port();
            new BrokerClient(broker.vmUrl()).send("orders", "first");
        }
        try (EmbeddedBroker next = EmbeddedBroker.start(temporary, port)) {
            assertThat(new BrokerClient(next.url()).receive("orders")).isEqualTo("first");
        }
    }

    @Test
    void leavesNothingBehind() {
        EmbeddedBroker broker = EmbeddedBroker.start();
        broker.close();
        broker.close();
        assertThat(FreePort.isFree(broker.port())).as("port is free").isTrue();
        assertThat(broker.directory()).doesNotExist();
    }

    @Test
    void aBusyPortIsNamed() throws IOException {
        Logger artemis = Logger.getLogger("org.apache.activemq");
        artemis.setLevel(Level.OFF); // it shows the whole stack, of what is wanted here
        try (ServerSocket busy = new ServerSocket(0, 1, Host.loopback())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(temporary, busy.getLocalPort()))
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining(temporary.toString())
                    .hasMessageContaining("Failed to bind acceptor tcp to 127.0.0.1:" + busy.getLocalPort());
        } finally {
            artemis.setLevel(Level.WARNING);
        }
        try (EmbeddedBroker next = EmbeddedBroker.start(temporary, 0)) {
            assertThat(next.directory()).as("usable again").isDirectory();
        }
    }
}

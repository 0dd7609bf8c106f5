// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.core.transaction.impl.XidImpl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("artemis")
class BrokerServerTest {

    private static final int DELIVERIES = 10; // Artemis's own default

    private final Path temporary;

    BrokerServerTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void aMessageOutlivesAKill() {
        try (BrokerServer killed = BrokerServer.builder().directory(temporary).start()) {
            new BrokerClient(killed.url()).send("orders", "first");
            killed.kill();
            assertThat(ProcessHandle.of(killed.pid())).as("process").isEmpty();
            try (BrokerServer next = again(killed)) {
                assertThat(next.url()).isEqualTo(killed.url());
                assertThat(new BrokerClient(next.url()).receive("orders")).isEqualTo("first");
            }
        }
    }

    @Test
    void aPreparedBranchOutlivesAKill() throws XAException {
        Xid branch = new XidImpl(bytes("branch"), 1, bytes("transaction"));
        try (BrokerServer killed = BrokerServer.builder().directory(temporary).start()) {
            new BrokerClient(killed.url()).prepare(branch, "orders", "in doubt", killed::kill);
            try (BrokerServer next = again(killed)) {
                BrokerClient client = new BrokerClient(next.url());
                assertThat(client.recover()).as("in doubt").containsExactly(branch);
                assertThat(client.receive("orders")).isEqualTo("in doubt");
                assertThat(client.recover()).as("in doubt after the commit").isEmpty();
            }
        }
    }

    private static BrokerServer again(BrokerServer killed) {
        return BrokerServer.builder()
                .directory(killed.directory())
                .port(killed.port())
                .start();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aMessageRefusedTooOftenIsADeadLetter() {
        try (BrokerServer server = BrokerServer.start()) {
            BrokerClient client = new BrokerClient(server.url());
            client.send("orders", "poison");
            client.refuse("orders", DELIVERIES);
            assertThat(client.receive("DLQ")).isEqualTo("poison");
        }
    }

    @Test
    void leavesNothingBehind() {
        BrokerServer server = BrokerServer.start();
        new BrokerClient(server.url()).send("orders", "first");
        server.close();
        server.close();
        assertThat(ProcessHandle.of(server.pid())).as("process").isEmpty();
        assertThat(FreePort.isFree(server.port())).as("port is free").isTrue();
        assertThat(server.directory()).doesNotExist();
    }

    @Test
    void theBrokerEndsWithAKilledJvm() throws Exception {
        Path log = temporary.resolve("jvm.log");
        Process jvm = new ProcessBuilder(
                        Host.javaCommand(Path.of(System.getProperty("java.home")))
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepsABroker.class.getName(),
                        temporary.resolve("kept").toString())
                .redirectError(log.toFile())
                .start();
        String port = jvm.inputReader().readLine();
        assertThat(port).as("%s", Files.readString(log)).isNotNull();

        jvm.destroyForcibly().waitFor();

        await().until(() -> FreePort.isFree(Integer.parseInt(port)));
        try (BrokerServer next =
                BrokerServer.builder().directory(temporary.resolve("kept")).start()) {
            assertThat(new BrokerClient(next.url()).receive("orders")).isEqualTo("kept");
        }
    }

    /** A JVM that starts a broker, sends it a message, tells its port and waits to be killed. */
    static final class KeepsABroker {

        private KeepsABroker() {}

        public static void main(String[] arguments) throws IOException {
            BrokerServer server =
                    BrokerServer.builder().directory(Path.of(arguments[0])).start();
            new BrokerClient(server.url()).send("orders", "kept");
            System.out.println(server.port());
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void aBusyPortIsNamed() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, Host.loopback())) {
            assertThatThrownBy(() -> BrokerServer.builder()
                            .directory(temporary)
                            .port(busy.getLocalPort())
                            .start())
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("Artemis ended while starting in " + temporary)
                    .hasMessageContaining(temporary.resolve("artemis.log").toString())
                    .hasMessageContaining("Failed to bind acceptor tcp to 127.0.0.1:" + busy.getLocalPort());
        }
        try (BrokerServer next = BrokerServer.builder().directory(temporary).start()) {
            assertThat(next.directory()).as("usable again").isDirectory();
        }
    }

    @Test
    void oneDirectoryServesOneBroker() {
        try (BrokerServer server = BrokerServer.builder().directory(temporary).start()) {
            assertThatThrownBy(() -> BrokerServer.builder().directory(temporary).start())
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("Another broker may have that directory");
            new BrokerClient(server.url()).send("orders", "still there");
        }
    }

    @Test
    void withoutArtemisItSaysWhatIsMissing() {
        String withoutArtemis = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("artemis"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThatThrownBy(() -> BrokerServer.builder()
                        .directory(temporary)
                        .classPath(withoutArtemis)
                        .start())
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("Artemis is not on the class path")
                .hasMessageContaining("org.apache.activemq:artemis-server");
    }
}

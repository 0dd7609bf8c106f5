// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the command from running is one message: each runs in a JVM of its own, where WildFly is not even there. */
class RunCommandTest {

    private final Path root;

    RunCommandTest(@TempDir Path root) throws IOException {
        this.root = root;
        for (String built : List.of(
                "ear/target/xact.ear",
                "ear/src/main/wildfly/server.cli",
                "examples/shipments/target/shipments.war",
                "examples/shipments/src/main/wildfly/shipments.cli",
                "examples/shipments/target/wildfly/wildfly-0/LICENSE.txt")) {
            Path file = root.resolve(built);
            Files.createDirectories(file.resolve(".."));
            Files.createFile(file);
        }
    }

    @Test
    void aBusyPort() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 5, Host.loopback())) {
            refuses("-Dxact.port=" + busy.getLocalPort())
                    .isEqualTo("xact: Port " + busy.getLocalPort()
                            + " of 127.0.0.1 is taken by another program, or may not be"
                            + " used. Stop that program, or give another port by -Dxact.port");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswer() {
        refuses(port(), "-Dxact.db.url=jdbc:postgresql://127.0.0.1:" + FreePort.any() + "/orders")
                .startsWith("xact: No PostgreSQL answers at ")
                .endsWith("Start it, or correct -Dxact.db.url");
    }

    @Test
    void aDatabaseThatIsNotKnown() {
        refuses(port(), "-Dxact.db=oracle").isEqualTo("xact: -Dxact.db=oracle is not known: give h2 or postgresql");
    }

    @Test
    void aMissingDriver() {
        refuses(port(), "-Dxact.db=postgresql", "-Dxact.db.driver=" + root.resolve("driver.jar"))
                .isEqualTo("xact: There is no JDBC driver in " + root.resolve("driver.jar")
                        + ": give the jar of one by -Dxact.db.driver, or leave that out");
    }

    @Test
    void nothingBuilt() throws IOException {
        Path war = root.resolve("examples/shipments/target/shipments.war");
        Files.delete(war);
        refuses(port()).isEqualTo("xact: " + war + " is missing: run this by mvn -Prun in the repository");
    }

    @Test
    void anotherOneInTheSamePlace() throws IOException {
        Path directory = Files.createDirectories(root.resolve("examples/shipments/target/run"));
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            refuses(port()).isEqualTo("xact: Another mvn -Prun runs in " + root + ": stop it first");
        }
    }

    @Test
    void noWildFly() {
        refuses(port()).startsWith("xact: No WildFly in ").contains("jboss-modules.jar is missing");
    }

    @Test
    void noJava() {
        assertThatThrownBy(() -> RunChecks.java(root))
                .isInstanceOf(LocalServerException.class)
                .hasMessageStartingWith("There is no Java to run WildFly with: " + root)
                .hasMessageEndingWith("Set JAVA_HOME to a JDK 17 or newer");
    }

    private static String port() {
        return "-Dxact.port=" + FreePort.any();
    }

    private AbstractStringAssert<?> refuses(String... settings) {
        List<String> command = new ArrayList<>();
        command.add(Host.javaCommand(Path.of(System.getProperty("java.home"))).toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dxact.run.root=" + root));
        command.addAll(List.of(settings));
        command.add(RunCommand.class.getName());
        Command.Result result = Command.run(command, Duration.ofSeconds(60));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).doesNotContain("\tat ", "Exception");
        return assertThat(result.output().strip());
    }
}

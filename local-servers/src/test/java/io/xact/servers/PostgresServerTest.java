// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("postgresql")
class PostgresServerTest {

    private final Path temporary;

    PostgresServerTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        FileTree.readableByAll(temporary, true); // JUnit closes it to other users
    }

    @Test
    void preparesTransactions() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            execute(
                    server.jdbcUrl("postgres"),
                    "CREATE TABLE t (i INT)",
                    "BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'p'",
                    "COMMIT PREPARED 'p'");
            assertThat(query(server.jdbcUrl("postgres"), "SELECT count(*) FROM t"))
                    .isEqualTo("1");
        }
    }

    @Test
    void leavesNothingBehind() throws SQLException {
        PostgresServer server = PostgresServer.start();
        // fast, not smart: an open connection does not keep the server
        try (Connection open = DriverManager.getConnection(server.jdbcUrl("postgres"))) {
            assertThat(open.isValid(0)).isTrue();
            server.close();
        }
        server.close();
        assertThat(ProcessHandle.of(server.pid())).as("process").isEmpty();
        assertThat(FreePort.isFree(server.port())).as("port is free").isTrue();
        assertThat(server.directory()).doesNotExist();
    }

    @Test
    void listensOnLoopbackOnly() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            assertThat(query(server.jdbcUrl("postgres"), "SHOW listen_addresses"))
                    .isEqualTo("127.0.0.1");
            assertThat(query(server.jdbcUrl("postgres"), "SHOW unix_socket_directories"))
                    .isEmpty();
            assertThat(query(server.jdbcUrl("postgres"), "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void makesADatabaseOnce() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            String first = server.createDatabase("a \"b");
            assertThat(server.createDatabase("a \"b")).isEqualTo(first);
            assertThat(server.createDatabase("Orders")).isEqualTo(server.jdbcUrl("Orders"));
            assertThat(query(server.jdbcUrl("Orders"), "SELECT current_database()"))
                    .isEqualTo("Orders");
        }
    }

    static List<ServerUser> waysNotToBeRoot() {
        if (!"0"
                .equals(Command.run(List.of("id", "-u"), Duration.ofSeconds(10))
                        .output()
                        .strip())) {
            return List.of(ServerUser.CURRENT);
        }
        return Stream.concat(Stream.of(ServerUser.unprivileged()), ServerUser.nobody().stream())
                .filter(ServerUser::isUnprivileged)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("waysNotToBeRoot")
    void dataOutlivesTheServerWhereverItsUserCanReach(ServerUser user) throws Exception {
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        PostgresServerBuilder builder = PostgresServer.builder()
                .directory(closed.resolve("data"))
                .cache(closed.resolve("cache"))
                .user(user);
        Path used;
        try (PostgresServer server = builder.start()) {
            used = server.directory();
            execute(server.jdbcUrl("postgres"), "CREATE TABLE t AS SELECT 7 AS i");
        }
        try (PostgresServer server = builder.start()) {
            assertThat(server.directory()).isEqualTo(used);
            assertThat(query(server.jdbcUrl("postgres"), "SELECT i FROM t")).isEqualTo("7");
        }
        FileTree.delete(used); // not in the closed one, perhaps
    }

    @Test
    void theUserOfTheDataMayChange() throws Exception {
        for (ServerUser user : waysNotToBeRoot()) {
            Path directory = temporary.resolve("shared");
            try (PostgresServer server =
                    PostgresServer.builder().directory(directory).user(user).start()) {
                assertThat(server.directory()).as("%s", user).isEqualTo(directory);
                execute(server.jdbcUrl("postgres"), "CREATE TABLE IF NOT EXISTS t (i INT)", "INSERT INTO t VALUES (1)");
            }
        }
    }

    @Test
    void oneDirectoryServesOneServer() {
        try (PostgresServer server =
                PostgresServer.builder().directory(temporary).start()) {
            assertThatThrownBy(
                            () -> PostgresServer.builder().directory(temporary).start())
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining(server.directory().toString())
                    .hasMessageContaining("another process");
        }
    }

    @Test
    void aServerLeftRunningIsStoppedFirst() throws Exception {
        ServerUser user = ServerUser.unprivileged();
        PostgresServerBuilder builder =
                PostgresServer.builder().directory(temporary).user(user);
        Path directory;
        try (PostgresServer server = builder.start()) {
            directory = server.directory();
        }
        int leftover = FreePort.any();
        startUnleashed(PostgresBinaries.usableBy(user, null), directory, user, leftover);
        try (PostgresServer server = builder.start()) {
            assertThat(query(server.jdbcUrl("postgres"), "SELECT 1")).isEqualTo("1");
            assertThat(ProcessHandle.of(leftover).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    private static void startUnleashed(Path home, Path directory, ServerUser user, int port) {
        Command.Result started = Command.run(
                user.command(
                        home.resolve("bin/pg_ctl").toString(),
                        "start",
                        "--wait",
                        "--pgdata=" + directory.resolve("data"),
                        "-o",
                        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p " + port),
                Duration.ofSeconds(60));
        assertThat(started.succeeded()).as(started.output()).isTrue();
    }

    @Test
    void theServerEndsWithAKilledJvm() throws Exception {
        Path log = temporary.resolve("jvm.log");
        Process jvm = new ProcessBuilder(
                        Host.javaCommand(Path.of(System.getProperty("java.home")))
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepsAServer.class.getName(),
                        temporary.resolve("kept").toString())
                .redirectError(log.toFile())
                .start();
        String port = jvm.inputReader().readLine();
        assertThat(port).as("%s", Files.readString(log)).isNotNull();

        jvm.destroyForcibly().waitFor();

        await().until(() -> FreePort.isFree(Integer.parseInt(port)));
        try (PostgresServer next =
                PostgresServer.builder().directory(temporary.resolve("kept")).start()) {
            assertThat(query(next.jdbcUrl("postgres"), "SELECT 1")).isEqualTo("1");
        }
    }

    /** A JVM that starts a server, tells its port and waits to be killed. */
    static final class KeepsAServer {

        private KeepsAServer() {}

        public static void main(String[] arguments) throws IOException {
            PostgresServer server =
                    PostgresServer.builder().directory(Path.of(arguments[0])).start();
            System.out.println(server.port());
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void aBusyPortIsNamed() {
        try (PostgresServer first = PostgresServer.start()) {
            assertThatThrownBy(() -> PostgresServer.builder().port(first.port()).start())
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("on port " + first.port())
                    .hasMessageContaining("could not bind IPv4 address \"127.0.0.1\"");
        }
    }

    @Test
    void aRefusedParameterIsShownByTheServersLog() {
        assertThatThrownBy(() -> PostgresServer.builder()
                        .directory(temporary)
                        .parameter("shared_buffers", "much")
                        .start())
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"much\"");
        try (PostgresServer next = PostgresServer.builder().directory(temporary).start()) {
            assertThat(next.directory()).as("usable again").isDirectory();
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgresql")
class PostgresCheckTest {

    @Test
    void aServerThatIsFitPasses() {
        try (PostgresServer server = PostgresServer.start()) {
            assertThatCode(() -> PostgresCheck.isFit(url(server.port(), "postgres"), PostgresServer.USER, "any"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noServer() {
        int port = FreePort.any();
        refused(url(port, "postgres"), "any")
                .hasMessageStartingWith("No PostgreSQL answers at " + url(port, "postgres") + " within 5 seconds")
                .hasMessageEndingWith("Start it, or correct -Dxact.db.url");
    }

    @Test
    void aServerThatIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, Host.loopback())) {
            refused(url(silent.getLocalPort(), "postgres"), "any").hasMessageStartingWith("No PostgreSQL answers at");
        }
    }

    @Test
    void noUrl() {
        refused("jdbc:postgresql://127.0.0.1:port/orders", "any")
                .hasMessage(
                        "-Dxact.db.url=jdbc:postgresql://127.0.0.1:port/orders is no URL: give jdbc:postgresql://host:port/database");
    }

    @Test
    void noPreparedTransactions() {
        try (PostgresServer server = PostgresServer.builder()
                .parameter("max_prepared_transactions", "0")
                .start()) {
            refused(url(server.port(), "postgres"), "any")
                    .hasMessageContaining("max_prepared_transactions = 0, so it refuses XA. Set it to 64");
        }
    }

    @Test
    void noSuchDatabase() {
        try (PostgresServer server = PostgresServer.start()) {
            refused(url(server.port(), "nowhere"), "any")
                    .hasMessageContaining("database \"nowhere\" does not exist")
                    .hasMessageEndingWith("Create it, or name another in -Dxact.db.url");
        }
    }

    @Test
    void aWrongOrEmptyPassword() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            askForPasswords(server);
            for (String password : new String[] {"wrong", ""}) {
                refused(url(server.port(), "postgres"), password)
                        .hasMessageContaining("does not let user postgres in")
                        .hasMessageEndingWith("Give -Dxact.db.user and -Dxact.db.password as it knows them");
            }
            assertThatCode(() -> PostgresCheck.isFit(url(server.port(), "postgres"), PostgresServer.USER, "right"))
                    .doesNotThrowAnyException();
        }
    }

    private static void askForPasswords(PostgresServer server) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER USER postgres PASSWORD 'right'");
            Path rules = server.directory().resolve("data/pg_hba.conf");
            assertThat(rules).exists();
            Files.writeString(rules, "host all all 127.0.0.1/32 scram-sha-256");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String url, String password) {
        return assertThatThrownBy(() -> PostgresCheck.isFit(url, PostgresServer.USER, password))
                .isInstanceOf(LocalServerException.class);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}

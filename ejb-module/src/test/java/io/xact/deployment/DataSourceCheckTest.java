// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.xact.BrokenScopeException;
import io.xact.Guarded;
import io.xact.Xact;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.servers.PostgresServer;
import io.xact.support.Database;
import io.xact.support.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Data sources are looked for and tried at deployment. */
class DataSourceCheckTest {

    private static final String NAME = "java:/ProbedDS";

    @ApplicationScoped
    static class Injected {
        @Inject
        @Guarded(NAME)
        DataSource dataSource;
    }

    @ApplicationScoped
    static class Using {
        @Xact(using = {NAME, "java:/NoSuchDS"})
        void method() {}
    }

    @AfterEach
    void nothingStaysOnTheThread() throws Exception {
        assertThat(Surroundings.transactionManager().getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        System.clearProperty("xact.savepoint-unsupported");
    }

    private static Database database(String url) throws SQLException {
        return new Database(
                NAME, url, Surroundings.transactionManager(), new TransactionSynchronizationRegistryImple());
    }

    private static Database h2(String name) throws SQLException {
        return database("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    private static Throwable deploying(Database database, Class<?>... classes) {
        return catchThrowable(() -> Deployment.with(database, classes).close());
    }

    @Test
    @DisplayName(
            "K13 a name that nothing is known by is refused at deployment, with who uses it and the names that are known")
    void unknownName() throws SQLException {
        assertThat(deploying(h2("unknown"), Using.class, Injected.class))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(DefinitionException.class),
                        thrown -> assertThat(thrown).hasCauseInstanceOf(DefinitionException.class))
                .hasStackTraceContaining("Using.method uses the data source java:/NoSuchDS")
                .hasStackTraceContaining("Known are: " + NAME);
    }

    @Test
    @DisplayName("what is found good is left as it was: no branch, no transaction, no connection taken")
    void goodIsLeftAsItWas() throws SQLException {
        Database database = h2("good");
        try (SeContainer container = Deployment.with(database, Injected.class)) {
            assertThat(container.select(Xacts.class).get().isActive()).isFalse();
        }

        assertThat(database.wire().sent())
                .containsSubsequence("xa start", "SAVEPOINT xact_probe", "xa end", "xa prepare", "xa rollback")
                .doesNotContain("xa commit");
        assertThat(database.openConnections()).isZero();
    }

    private static void refuseSavepoints(Database database) {
        database.wire().tap(call -> {
            if (call.startsWith("SAVEPOINT ")) {
                throw new SQLFeatureNotSupportedException("no savepoints here", "0A000");
            }
        });
    }

    @Test
    @DisplayName("M8 a database that refuses savepoints is refused by its name, with the setting to merge instead")
    void withoutSavepoints() throws SQLException {
        Database database = h2("refusing");
        refuseSavepoints(database);

        assertThat(deploying(database, Injected.class))
                .hasStackTraceContaining(NAME + " (H2 ")
                .hasStackTraceContaining("no savepoints here")
                .hasStackTraceContaining("xact.savepoint-unsupported=merge");
    }

    @Test
    @DisplayName(
            "M8 with that setting nested scopes go without, and one that fails after touching it dooms the transaction")
    void mergedWithoutSavepoints() throws SQLException {
        Database database = h2("merging");
        execute(database.pool(), "CREATE TABLE item (name VARCHAR(10))");
        refuseSavepoints(database);
        System.setProperty("xact.savepoint-unsupported", "merge");

        try (SeContainer container = Deployment.with(database, Injected.class)) {
            Xacts xacts = container.select(Xacts.class).get();
            DataSource guarded = xacts.guarded(NAME);
            xacts.run(() -> xacts.run(() -> execute(guarded, "INSERT INTO item VALUES ('kept')")));
            assertThatThrownBy(() -> xacts.run(() -> {
                        execute(guarded, "INSERT INTO item VALUES ('outer')");
                        assertThatThrownBy(() -> xacts.run(() -> {
                                    execute(guarded, "INSERT INTO item VALUES ('inner')");
                                    throw new IllegalStateException("inner");
                                }))
                                .hasMessage("inner");
                        assertThatThrownBy(() -> execute(guarded, "INSERT INTO item VALUES ('after')"))
                                .isInstanceOf(BrokenScopeException.class);
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasStackTraceContaining(NAME + ", which takes no savepoints");
        }

        assertThat(database.rows()).isEqualTo(List.of("kept"));
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "xact.test.products", matches = ".*postgresql.*")
    @DisplayName("a PostgreSQL that can't prepare is refused by its name, with the parameter to raise")
    void withoutPrepare() throws SQLException {
        try (PostgresServer server = PostgresServer.builder()
                .parameter("max_prepared_transactions", "0")
                .start()) {
            Database database = database(server.createDatabase("unprepared"));

            assertThat(deploying(database, Injected.class))
                    .hasStackTraceContaining(NAME + " (PostgreSQL 18")
                    .hasStackTraceContaining("prepared transactions are disabled")
                    .hasStackTraceContaining("raise max_prepared_transactions");
            database.pool().close();
        }
    }

    @Test
    @DisplayName("a database that can't be reached is no reason to refuse the deployment")
    void unreachable() throws SQLException {
        Database database = h2("unreachable");
        database.wire().tap(call -> {
            throw new SQLException("gone", "08001");
        });

        assertThat(deploying(database, Injected.class)).isNull();
    }
}

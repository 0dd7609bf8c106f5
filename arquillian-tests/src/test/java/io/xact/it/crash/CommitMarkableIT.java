// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Server;
import io.xact.it.support.Tags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A row on a commit-markable data source and a message: both or none, whoever dies in the commit. */
@Tag(Tags.CONFIGURED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitMarkableIT {

    private final ApplicationClient application = new ApplicationClient("orders");

    @SuppressWarnings("NullAway.Init") // before all tests
    private OrdersServer server;

    @BeforeAll
    void start() throws IOException, SQLException {
        server = new OrdersServer();
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private int order(String path) {
        return application.send("POST", "api/orders/" + path).statusCode();
    }

    private String message() {
        return application.send("DELETE", "api/orders/message").body();
    }

    private void orderAndCrash(String id, Halt where) throws IOException, InterruptedException {
        server.haltNext(where);
        assertThatThrownBy(() -> order(id)).isInstanceOf(UncheckedIOException.class);
        server.restartAfterHalt(where);
    }

    private static void within60Seconds(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(assertion);
    }

    /** Nothing is left to be decided, by the broker or in the transaction log. */
    private static void awaitRecovery() {
        within60Seconds(() -> {
            ModelNode broker = Operations.createAddress("subsystem", "messaging-activemq", "server", "default");
            assertThat(Server.manage(Operations.createOperation("list-prepared-transactions", broker))
                            .asList())
                    .isEmpty();
            ModelNode log = Operations.createAddress("subsystem", "transactions", "log-store", "log-store");
            Server.manage(Operations.createOperation("probe", log));
            ModelNode list = Operations.createOperation("read-children-names", log);
            list.get("child-type").set("transactions");
            assertThat(Server.manage(list).asList()).isEmpty();
        });
    }

    @Test
    @DisplayName("the server ends between the database's commit and the broker's: the message comes, once")
    void afterDatabase() throws Exception {
        orderAndCrash("after", Halt.AFTER_DATABASE);

        within60Seconds(() -> assertThat(message()).isEqualTo("after"));
        awaitRecovery();
        assertThat(message()).isEmpty();
        assertThat(server.orders()).contains("after");
    }

    @Test
    @DisplayName(
            "S5 the server ends when all is prepared and logged: neither is kept, and nothing is left to be decided")
    void beforeDatabase() throws Exception {
        orderAndCrash("before", Halt.BEFORE_DATABASE);

        awaitRecovery();
        assertThat(message()).isEmpty();
        assertThat(server.orders()).doesNotContain("before");
    }

    @Test
    @DisplayName("the database's connection breaks when all is prepared: neither is kept, and the caller is told")
    void withoutDatabase() throws Exception {
        assertThat(order("lost/without-database")).isEqualTo(500);

        assertThat(message()).isEmpty();
        within60Seconds(() -> assertThat(server.orders()).doesNotContain("lost"));
        within60Seconds(() -> assertThat(order("after-lost")).isEqualTo(204));
        assertThat(message()).isEqualTo("after-lost");
        awaitRecovery();
    }

    @Test
    @DisplayName("recovery deletes the marks of what is done")
    void cleanUp() throws Exception {
        assertThat(order("marked")).isEqualTo(204);

        assertThat(message()).isEqualTo("marked");
        within60Seconds(() -> assertThat(server.markers()).isEmpty());
    }

    @Test
    @DisplayName("the script takes the XA data source's place, can be applied again, and its own is taken back")
    void script() throws IOException {
        String once = server.configuration();
        server.configure("postgresql-commit-markable.cli");

        assertThat(server.configuration())
                .isEqualTo(once)
                .contains("connectable=\"true\"")
                .containsOnlyOnce("jndi-name=\"java:jboss/datasources/OrdersDS\" pool-name")
                .doesNotContain("<xa-datasource ");
    }
}

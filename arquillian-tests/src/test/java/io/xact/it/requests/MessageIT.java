// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.server.ServerLog;
import io.xact.it.requests.messages.SenderServlet;
import io.xact.it.support.LeakCheck;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scopes that a message-driven bean leaves open. */
@Tag(Tags.ENGINE)
class MessageIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("messages");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("messages").addPackage(SenderServlet.class.getPackage());
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    @ParameterizedTest
    @CsvSource({"bean-managed, XACT00156", "required, XACT00125", "not-supported, XACT00156"})
    @DisplayName("S8 left open at the end of a message, a scope is rolled back, and its place is in the log")
    void leftOpen(String bean, String message) {
        ServerLog log = new ServerLog();
        String queue = "java:global/jms/" + bean;
        assertThat(client.send("GET", "sender", "queue", queue, "do", "leave-open;insert:a")
                        .statusCode())
                .isEqualTo(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        log::lines,
                        lines ->
                                lines.stream().anyMatch(line -> line.contains(message) && line.contains("Steps.java")));
        assertThat(client.rows()).isEmpty();
        // the container goes on cleaning up behind the bean
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(LeakCheck::leaks, List::isEmpty);
    }
}

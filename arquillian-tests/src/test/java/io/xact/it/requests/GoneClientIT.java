// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that go away while their request is handled; its answer is in a file by then. */
@Tag(Tags.ENGINE)
class GoneClientIT extends ServerTest {

    private static final RequestsClient APPLICATION = new RequestsClient("gone");

    private static final String EXPECT = "Expect: 100-continue";

    private static final int MORE_THAN_THREADS = 200;

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war(APPLICATION.contextRoot());
    }

    @BeforeEach
    void clear() {
        APPLICATION.clear();
    }

    @AfterEach
    void leavesThreadsClean() {
        List<String> transactions = IntStream.range(0, MORE_THAN_THREADS)
                .parallel()
                .mapToObj(i -> APPLICATION
                        .send("GET", "steps", "do", "write-transaction")
                        .body())
                .distinct()
                .toList();
        assertThat(transactions).containsExactly("0 none");
        assertThat(APPLICATION.unclean()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 1000, xxx, false",
        "Content-Length: 1000, xxx, true",
        "Transfer-Encoding: chunked, 3e8_xxx, false",
        "Transfer-Encoding: chunked, 3e8_xxx, true"
    })
    @DisplayName("L8 L10 a handler that finds its client gone in the middle of the body keeps nothing")
    void goneInBody(String length, String body, boolean isReset) throws IOException {
        try (RawClient client =
                RawClient.connect("gone", "small", "insert:a;insert-h2:a;bytes:50000;read-body;insert:b")) {
            client.sendHead("POST", length, EXPECT);
            client.awaitRead();
            assertThat(AnswerFiles.present()).isNotEmpty();
            client.send(body.replace("_", "\r\n"));
            if (isReset) {
                client.reset();
            }
        }
        awaitEnd();

        assertThat(APPLICATION.rows()).isEmpty();
        assertThat(APPLICATION.rowsOfH2()).isEmpty();
        assertThat(AnswerFiles.present()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"steps, 10, false", "steps, 10, true", "small, 90000, false", "small, 90000, true"})
    @DisplayName("L10 L15 a request whose client is gone before the answer is committed as a whole")
    void goneBeforeAnswer(String path, int size, boolean isReset) throws IOException {
        String steps = "insert:a;bytes:" + size + ";read-body;pass-gate;nest:b;insert-h2:a";
        try (RawClient client = RawClient.connect("gone", path, steps)) {
            client.sendHead("POST", "Content-Length: 3", EXPECT);
            client.awaitRead();
            client.send("xxx");
            awaitAtGate();
            if (isReset) {
                client.reset();
            }
        }
        APPLICATION.openGate();
        awaitEnd();

        assertThat(APPLICATION.rows()).containsExactly("a", "b");
        assertThat(APPLICATION.rowsOfH2()).containsExactly("a");
        assertThat(AnswerFiles.present()).isEmpty();
    }

    @Test
    @DisplayName("L13 L15 an error status that nobody waits for rolls back all the same")
    void goneBeforeError() throws IOException {
        try (RawClient client =
                RawClient.connect("gone", "small", "insert:a;status:409;bytes:90000;pass-gate;insert:b")) {
            client.sendHead("POST", "Content-Length: 0");
            awaitAtGate();
            client.reset();
        }
        APPLICATION.openGate();
        awaitEnd();

        assertThat(APPLICATION.rows()).isEmpty();
        assertThat(AnswerFiles.present()).isEmpty();
    }

    private static void awaitAtGate() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(APPLICATION::isAtGate);
    }

    private static void awaitEnd() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(APPLICATION.ended()).isEqualTo(1));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.server.ServerLog;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers that go on in another thread. The client's time limit is what finds one that hangs. */
@Tag(Tags.ENGINE)
class AsyncIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("async");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("async");
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "async/x",
                "async/original",
                "api/async/suspended",
                "api/async/stage",
                "api/async/stage-done",
                "api/async/stage-failed",
                "api/async/events"
            })
    @DisplayName("L4 going on in another thread is refused, says how to do it, and nothing is kept")
    void refused(String path) {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer = client.post(path, "insert:a;on-commit:kept;on-rollback:undone");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.rows()).isEmpty();
        assertThat(client.log()).doesNotContain("kept");
        assertThat(log.lines()).anyMatch(line -> line.contains("XACT00610"));
    }

    @ParameterizedTest
    @CsvSource({"x, 20", "early, 20", "late, 20"})
    @DisplayName(
            "L4 with commit-on-return the scope commits when the handler returns, and the other thread answers outside")
    void committedOnReturn(String path, int times) {
        for (int i = 0; i < times; i++) {
            client.clear();
            HttpResponse<String> answer = client.send(
                    "POST",
                    "eager/async/" + path,
                    "do",
                    "insert:a;header:X-Now=yes;write:now ",
                    "later",
                    "write-transaction",
                    "then",
                    "insert:b");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("now 0 none");
            assertThat(answer.headers().firstValue("X-Now")).hasValue("yes");
            assertThat(client.rows()).containsExactly("a", "b");
        }
    }

    @Test
    @DisplayName("L4 what the other thread sets after the commit is in the answer")
    void answeredLater() {
        HttpResponse<String> answer = client.send(
                "POST",
                "eager/async/late",
                "do",
                "insert:a",
                "later",
                "status:409;header:X-Later=yes;cookie:later=yes;type:text/csv;write:later");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("later");
        assertThat(answer.headers().firstValue("X-Later")).hasValue("yes");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("later=yes"));
        assertThat(client.rows()).as("committed before").containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "early", "late"})
    @DisplayName("L4 L15 if that commit fails, the answer is a clean 500, whatever the other thread does")
    void commitFails(String path) {
        for (int i = 0; i < 20; i++) {
            client.clear();
            HttpResponse<String> answer = client.send(
                    "POST",
                    "eager/async/" + path,
                    "do",
                    "insert:a;insert-orphan;header:X-Now=yes;write:now ",
                    "later",
                    "status:201;header:X-Later=yes;write:later;flush");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("now", "later");
            assertThat(answer.headers().map()).doesNotContainKeys("x-now", "x-later");
            assertThat(client.rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "early", "late"})
    @DisplayName("L4 L8 what the handler throws after going on rolls back, and the container answers")
    void thrown(String path) {
        for (int i = 0; i < 20; i++) {
            client.clear();
            throwAfterGoingOn(path);
        }
    }

    private void throwAfterGoingOn(String path) {
        HttpResponse<String> answer = client.send(
                "POST",
                "eager/async/" + path,
                "do",
                "insert:a;write-transaction",
                "later",
                "write-transaction",
                "then",
                "throw:of the handler");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("1 active");
        assertThat(client.rows()).isEmpty();
    }

    @Test
    @DisplayName("L4 a handler that writes as it may begins after the commit")
    void written() {
        HttpResponse<String> answer = client.post("eager/async/original", "insert:a");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(20_000).endsWith("piece 199");
        assertThat(client.rows()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "api/eager/suspended, later 0 none",
        "api/eager/stage, later 0 none",
        "api/eager/stage-done, now 1 active",
        "api/outside-async/suspended, later 0 none",
        "api/outside-async/stage, later 0 none",
        "api/outside-async/stage-done, now 0 none"
    })
    @DisplayName("L4 so it is for resource methods, and for those outside")
    void resource(String path, String body) {
        for (int i = 0; i < 20; i++) {
            client.clear();
            HttpResponse<String> answer = client.post(path, "insert:a");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(body);
            assertThat(client.rows()).containsExactly("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/eager/events", "api/outside-async/events"})
    @DisplayName("L4 so it is for server-sent events")
    void events(String path) {
        for (int i = 0; i < 20; i++) {
            client.clear();
            HttpResponse<String> answer = client.post(path, "insert:a");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().lines().filter(line -> line.startsWith("data:")))
                    .containsExactly("data: from the request's thread", "data: later 0 none");
            assertThat(client.rows()).containsExactly("a");
        }
    }

    @Test
    @DisplayName("L4 an error that comes later is answered, after the commit")
    void failedLater() {
        assertThat(client.post("api/eager/suspended-failing", "insert:a").statusCode())
                .isEqualTo(500);
        assertThat(client.rows()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "stage", "stage-done", "events"})
    @DisplayName("L4 L15 if the commit fails, so does such an answer")
    void commitOfResourceFails(String path) {
        for (int i = 0; i < 50; i++) {
            client.clear();
            HttpResponse<String> answer = client.post("api/eager/" + path, "insert:a;insert-orphan");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("later").doesNotContain("request's thread");
            assertThat(client.rows()).isEmpty();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.server.ServerLog;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request's scope ends, and what is answered then. */
@Tag(Tags.ENGINE)
class EndingIT extends ServerTest {

    private static final String[] NOTHING_LEAKED = {"Exception", "PSQL", "constraint", "XACT", "at io.xact", "SELECT"};

    private final RequestsClient client = new RequestsClient("endings");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("endings");
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "steps, 200, true",
        "steps, 201, true",
        "steps, 303, true",
        "steps, 399, true",
        "steps, 400, false",
        "steps, 404, false",
        "steps, 500, false",
        "steps, 599, false",
        "lenient, 409, true",
        "lenient, 499, true",
        "lenient, 500, false"
    })
    @DisplayName("L13 an error status rolls back, as rollbackOnStatus says, and is answered as the handler made it")
    void status(String path, int status, boolean isKept) {
        HttpResponse<String> answer = client.post(
                path,
                "insert:a;on-commit:kept;on-rollback:undone;header:X-Of-Handler=yes;status:" + status + ";write:told");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("X-Of-Handler")).hasValue("yes");
        assertThat(answer.body()).isEqualTo("told");
        assertThat(client.rows()).hasSize(isKept ? 1 : 0);
        assertThat(client.log()).as("L10").containsExactly(isKept ? "kept" : "undone");
    }

    @ParameterizedTest
    @CsvSource({
        "steps, error:409, 409, false",
        "lenient, error-text:409=taken, 409, true",
        "steps, redirect:/x, 302, true"
    })
    @DisplayName("L13 so it does by sendError; a redirect commits")
    void concluded(String path, String conclusion, int status, boolean isKept) {
        assertThat(client.post(path, "insert:a;write:gone;" + conclusion).statusCode())
                .isEqualTo(status);
        assertThat(client.rows()).hasSize(isKept ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "throw-io", "throw-servlet", "throw-error"})
    @DisplayName("L8 L10 what the handler throws rolls back, and goes on to the container; what it wrote is dropped")
    void thrown(String step) {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer = client.post(
                "steps",
                "insert:a;on-commit:kept;on-rollback:undone;header:X-Of-Handler=yes;write-transaction;flush-writer;"
                        + step + ":of the handler");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-Of-Handler")).isEmpty();
        assertThat(answer.body()).doesNotContain("1 active");
        assertThat(client.rows()).isEmpty();
        assertThat(client.log()).containsExactly("undone");
        if (!step.equals("throw-io")) { // the container takes that for a connection that is gone, and logs it as debug
            assertThat(log.lines()).anyMatch(line -> line.contains("of the handler"));
        }
    }

    @Test
    @DisplayName("L9 L10 a roll back that fails does not replace it")
    void rollbackFails() {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer =
                client.post("steps", "insert:a;on-rollback:undone;kill-connection;throw:of the handler");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(log.lines())
                .anyMatch(line -> line.contains("UT005023") || line.contains("IllegalStateException: of the handler"))
                .noneMatch(line -> line.contains("XACT0062"));
        assertThat(client.rows()).isEmpty();
        assertThat(client.log()).containsExactly("undone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-rollback", "rollback"})
    @DisplayName("L10 what the code itself rolls back is answered as the handler made it")
    void wished(String step) {
        HttpResponse<String> answer =
                client.post("steps", "insert:a;on-commit:kept;on-rollback:undone;status:202;write:tried;" + step);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("tried");
        assertThat(client.rows()).isEmpty();
        assertThat(client.log()).containsExactly("undone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert:a;mark",
                "insert:a;insert-swallowed:a",
                "insert:a;kill-connection;insert-swallowed:b",
                "insert:a;insert-orphan",
                "insert:a;persist:a",
                "insert:a;insert-h2:a;insert-orphan"
            })
    @DisplayName(
            "L7 L10 L15 where the work can't be kept, an answer of success becomes a clean 500, and nothing is kept")
    void notKept(String steps) {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer = client.post(
                "steps",
                "on-commit:kept;on-rollback:undone;" + steps
                        + ";status:200;header:X-Of-Handler=yes;cookie:c=of-handler;type:text/csv;write:told;flush");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().map()).doesNotContainKeys("x-of-handler", "set-cookie");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("csv");
        assertThat(answer.body()).doesNotContain("told").doesNotContain(NOTHING_LEAKED);
        assertThat(client.rows()).isEmpty();
        assertThat(client.rowsOfH2()).isEmpty();
        assertThat(client.log()).contains("undone").doesNotContain("kept");
        assertThat(log.lines())
                .as("the reason is in the log")
                .anyMatch(line -> line.contains("XACT00620") && line.contains("POST /endings/steps"));
    }

    @Test
    @DisplayName("L15 what a filter further out has set stays in the answer to a failed commit")
    void notKeptBehindOuterFilter() {
        HttpResponse<String> answer = client.send(
                "POST", "steps", "outer-before", "header:X-Outer=stays", "do", "insert-orphan;header:X-Outer=changed");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().allValues("X-Outer")).containsExactly("stays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mark", "insert:a;insert-swallowed:a"})
    @DisplayName("L13 an error that the handler answers stands, whatever else is wrong with the work")
    void errorStands(String steps) {
        HttpResponse<String> answer = client.post("steps", steps + ";status:409;write:taken");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("taken");
        assertThat(client.rows()).isEmpty();
    }

    @Test
    @DisplayName("L16 a commit that fails is a 500 also where the handler had chosen another error status")
    void commitFailsAfterAnotherError() {
        HttpResponse<String> answer = client.post("lenient", "insert:a;insert-orphan;status:409;write:taken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("taken");
        assertThat(client.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"steps, serialization-failure", "hasty, sleep-in-database:2"})
    @DisplayName("L15 where trying again makes sense, it is a 503 with Retry-After")
    void passing(String path, String step) {
        HttpResponse<String> answer = client.post(path, step + ";write:told");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.body()).doesNotContain("told").doesNotContain(NOTHING_LEAKED);
    }

    @Test
    @DisplayName("L10 a hook that fails after the commit is logged, and the answer stands: the work is there")
    void hookFails() {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer =
                client.post("steps", "insert:a;on-commit-failing:of the hook;status:201;write:told");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("told");
        assertThat(client.rows()).containsExactly("a");
        assertThat(log.lines())
                .anyMatch(line -> line.contains("XACT00622"))
                .anyMatch(line -> line.contains("of the hook"));
    }

    @ParameterizedTest
    @CsvSource({"bytes:100000, 200", "bytes:100001, 500", "chars:100000, 200", "chars:100001;write:more, 500"})
    @DisplayName("L15 an answer longer than maxResponseBytes fails, and its work is undone")
    void tooLong(String steps, int status) {
        HttpResponse<String> answer = client.post("small", "insert:a;" + steps);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(client.rows()).hasSize(status == 200 ? 1 : 0);
        assertThat(answer.body().length())
                .isEqualTo(status == 200 ? 100_000 : answer.body().length());
    }

    @Test
    @DisplayName(
            "L19 a transaction that the handler leaves open is rolled back at the end of the request, and reported")
    void leftOpen() {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer = client.post("steps", "insert:a;commit-by-hand;begin-by-hand;insert:b;write:told");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.rows()).as("a was committed by hand").containsExactly("a");
        assertThat(log.lines())
                .anyMatch(line -> line.contains("XACT00624"))
                .anyMatch(line -> line.contains("XACT00128"))
                .noneMatch(line -> line.contains("WFLYTX0003"));
    }

    @Test
    @DisplayName("S8 a scope that the handler leaves open is rolled back with its request, and its place is in the log")
    void scopeLeftOpen() {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer = client.post("steps", "leave-open;insert:a;write:told");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.rows()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.contains("XACT00125") && line.contains("Steps.java"));
    }

    @ParameterizedTest
    @CsvSource({"GET, steps", "POST, excluded"})
    @DisplayName("S8 so it is in a request without a scope: the server rolls it back, and its place is in the log")
    void scopeLeftOpenAlone(String method, String path) {
        ServerLog log = new ServerLog();
        client.send(method, path, "do", "leave-open;insert:a");

        assertThat(client.rows()).isEmpty();
        // the server cleans up when the answer has gone out
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        log::lines,
                        lines -> lines.stream()
                                .anyMatch(line -> line.contains("XACT00156") && line.contains("Steps.java")));
        for (int i = 0; i < 50; i++) {
            assertThat(client.send("GET", "steps", "do", "write-transaction").body())
                    .isEqualTo("0 none");
        }
    }
}

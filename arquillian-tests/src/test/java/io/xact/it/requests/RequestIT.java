// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Which requests run in a scope, and what stands around it. */
@Tag(Tags.ENGINE)
class RequestIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("requests");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("requests");
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    @DisplayName("L2 L5 a modifying request runs in a scope, and is committed before it is answered")
    void wrapped(String method) {
        HttpResponse<String> answer = client.send(method, "steps", "do", "insert:a;insert-h2:b;write-transaction");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1 active");
        assertThat(client.rows()).containsExactly("a");
        assertThat(client.rowsOfH2()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS", "TRACE", "PROPFIND", "post"})
    @DisplayName("L5 other requests are in none, and their answers aren't held")
    void notWrapped(String method) {
        assertThat(client.send(method, "steps", "do", "flush;tell-committed;write-transaction")
                        .body())
                .isEqualTo("true 0 none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"excluded", "excluded/below", "some.free", "steps/some.free"})
    @DisplayName("L1 an excluded path is left alone")
    void excluded(String path) {
        assertThat(client.post(path, "flush;tell-committed;write-transaction").body())
                .isEqualTo("true 0 none");
    }

    @Test
    @DisplayName("L11 a scope in the handler nests in the request's; a second filter opens none")
    void nested() {
        assertThat(client.post("lenient", "insert:a;nest:b;nest-failing:c;write-transaction")
                        .body())
                .isEqualTo("1 active");

        assertThat(client.rows()).containsExactly("a", "b");
        assertThat(client.log()).containsExactly("undone c");
    }

    @Test
    @DisplayName("L12 a filter further out runs outside the scope, one further in runs inside")
    void filters() {
        client.send(
                "POST",
                "steps",
                "outer-before",
                "log-transaction:outer ",
                "inner-before",
                "log-transaction:inner ;insert:inner",
                "do",
                "log-transaction:handler ;insert:handler",
                "inner-after",
                "log-transaction:inner ",
                "outer-after",
                "log-transaction:outer ");

        assertThat(client.log())
                .containsExactly(
                        "outer 0 none", "inner 1 active", "handler 1 active", "inner 1 active", "outer 0 none");
        assertThat(client.rows()).containsExactly("handler", "inner");
    }

    @ParameterizedTest
    @CsvSource({"200, a o", "409, o"})
    @DisplayName("L11 in a transaction of a filter further out the request is a nested scope, and that filter commits")
    void owned(String status, String rows) {
        HttpResponse<String> answer = client.send(
                "POST",
                "steps",
                "outer-before",
                "begin-by-hand;insert:o",
                "do",
                "insert:a;log-transaction:;status:" + status,
                "outer-after",
                "log-transaction:;commit-by-hand");

        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status));
        assertThat(client.log()).containsExactly("1 active", "0 active");
        assertThat(client.rows()).containsExactly(rows.split(" "));
    }

    @Test
    @DisplayName(
            "L6 where the scope can't be entered, the handler doesn't run, the answer is an error, and nothing is left open")
    void notEntered() {
        HttpResponse<String> answer = client.send(
                "POST",
                "steps",
                "outer-before",
                "begin-by-hand;insert:o;persist:o",
                "do",
                "log-transaction:handler ",
                "outer-after",
                "rollback-by-hand;log-transaction:outer ");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.log()).containsExactly("outer 0 none");
        assertThat(client.rows()).isEmpty();
    }

    @Test
    @DisplayName("L17 a forward and an include stay in the scope")
    void dispatched() {
        assertThat(client.post("steps", "insert:a;include:/steps/b?do=write-transaction;include:/steps/b?do=insert:b")
                        .body())
                .isEqualTo("1 active");
        assertThat(client.post("steps", "insert:c;forward:/steps/d?do=write-transaction")
                        .body())
                .isEqualTo("1 active");
        assertThat(client.rows()).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("L17 a forward from an excluded path opens the scope, if the filter is mapped for forwards")
    void forwardedInto() {
        assertThat(client.post("excluded", "forward:/steps/d?do=write-transaction")
                        .body())
                .isEqualTo("1 active");
    }

    @Test
    @DisplayName("L17 an include from an excluded path opens none: it can't answer")
    void includedInto() {
        assertThat(client.post("excluded", "include:/steps/d?do=write-transaction")
                        .body())
                .isEqualTo("0 none");
    }

    @Test
    @DisplayName("L17 an error page is outside: the scope has ended")
    void errorPage() {
        HttpResponse<String> answer = client.post("steps", "insert:a;header:X-Reason=full;error:507");

        assertThat(answer.statusCode()).isEqualTo(507);
        assertThat(answer.body()).isEqualTo("page of 507 0 none");
        assertThat(answer.headers().firstValue("X-Reason")).hasValue("full");
        assertThat(client.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"POST, nowhere, 405", "POST, observer/rows, 405", "PUT, api/nowhere, 404"})
    @DisplayName("what the container refuses itself, it answers itself")
    void refusedByContainer(String method, String path, int status) {
        assertThat(client.send(method, path).statusCode()).isEqualTo(status);
    }
}

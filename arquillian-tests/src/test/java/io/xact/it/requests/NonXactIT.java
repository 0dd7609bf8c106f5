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

/** Handlers outside the transaction of their request. */
@Tag(Tags.ENGINE)
class NonXactIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("outside");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("outside");
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, outside",
        "PUT, outside",
        "POST, outside-inherited",
        "PUT, outside-put",
        "POST, api/outside-class",
        "POST, api/outside-method",
        "POST, api/locator/proxy",
        "POST, api/locator/object",
        "PUT, api/outside-locator/object"
    })
    @DisplayName(
            "L3 L18 a servlet, a resource class, a method, a proxy of CDI or a sub-resource with @NonXact has no transaction")
    void outside(String method, String path) {
        HttpResponse<String> answer =
                client.send(method, path, "do", "log-transaction:;insert:a;status:409;write-transaction");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("0 none");
        assertThat(client.log()).containsExactly("0 none");
        assertThat(client.rows()).as("committed at once, whatever is answered").containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"POST, outside-put", "PUT, api/outside-method", "PUT, api/locator/object", "POST, api/steps"})
    @DisplayName("L18 the others have theirs")
    void inside(String method, String path) {
        assertThat(client.send(method, path, "do", "insert:a;status:409;write-transaction")
                        .body())
                .isEqualTo("1 active");
        assertThat(client.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"outside, 200", "outside, 409", "api/outside-class, 200", "api/locator/proxy, 409"})
    @DisplayName("L3 the transaction is suspended meanwhile, and what a filter did in it goes by the answer")
    void suspended(String path, int status) {
        client.send(
                "POST",
                path,
                "inner-before",
                "insert:audited;log-transaction:",
                "do",
                "insert:a;log-transaction:;status:" + status,
                "inner-after",
                "log-transaction:;insert:after");

        assertThat(client.log()).containsExactly("1 active", "0 none", "1 active");
        if (status == 200) {
            assertThat(client.rows()).containsExactly("a", "after", "audited");
        } else {
            assertThat(client.rows()).containsExactly("a");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, outside-h2", "PUT, api/outside-class"})
    @DisplayName("L3 with the name of a data source, only that stays outside, and the handler is in a transaction")
    void oneSourceOutside(String method, String path) {
        HttpResponse<String> answer =
                client.send(method, path, "do", "insert:a;insert-h2:b;status:409;write-transaction");

        assertThat(answer.body()).isEqualTo("1 active");
        assertThat(client.rows()).isEmpty();
        assertThat(client.rowsOfH2()).containsExactly("b");
    }

    @Test
    @DisplayName(
            "L3 before and after that handler the data source is in the transaction, and in nested scopes of it it isn't")
    void oneSourceOutsideOfHandlerOnly() {
        client.send(
                "POST",
                "outside-h2",
                "inner-before",
                "insert-h2:before",
                "do",
                "insert-h2:in;nest-h2-failing:nested;status:409",
                "inner-after",
                "insert-h2:after");

        assertThat(client.rowsOfH2()).containsExactly("in", "nested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside", "api/outside-class"})
    @DisplayName("L14 marking for roll back there does no harm")
    void marking(String path) {
        HttpResponse<String> answer = client.send(
                "POST", path, "inner-before", "insert:audited", "do", "mark-on-error:marked;insert:a;write:told");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("told");
        assertThat(client.rows()).containsExactly("a", "audited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-rollback", "mark", "throw:of the handler"})
    @DisplayName("L14 what fails there fails for the handler, and the transaction around it goes by the answer")
    void failing(String step) {
        HttpResponse<String> answer =
                client.send("POST", "outside", "inner-before", "insert:audited", "do", "insert:a;" + step);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.rows()).containsExactly("a");
    }

    @Test
    @DisplayName(
            "L17 L18 a servlet that is forwarded to or included is outside, and its caller is inside again after it")
    void dispatched() {
        assertThat(client.post("steps", "insert:a;include:/outside/x?do=write-transaction;write: ;write-transaction")
                        .body())
                .isEqualTo("0 none 1 active");
        assertThat(client.post("steps", "insert:b;forward:/outside/x?do=write-transaction")
                        .body())
                .isEqualTo("0 none");
        assertThat(client.rows()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside", "api/outside-class"})
    @DisplayName(
            "L19 a transaction that such a handler leaves open is rolled back and reported, and so is the request's")
    void leftOpen(String path) {
        ServerLog log = new ServerLog();
        HttpResponse<String> answer =
                client.send("POST", path, "inner-before", "insert:audited", "do", "begin-by-hand;insert:a;write:told");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.rows()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.contains("XACT00128"));
    }

    @Test
    @DisplayName("S8 so is a scope, with its place")
    void scopeLeftOpen() {
        ServerLog log = new ServerLog();
        assertThat(client.post("outside", "leave-open;insert:a;write:told").statusCode())
                .isEqualTo(500);
        assertThat(client.rows()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.contains("XACT00125") && line.contains("Steps.java"));
    }

    @Test
    @DisplayName("L4 such a handler may go on in another thread, where no transaction is either")
    void async() {
        HttpResponse<String> answer = client.send(
                "POST",
                "outside-async",
                "inner-before",
                "insert:audited",
                "do",
                "insert:a;header:X-Later=yes;status:202;write-transaction");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("0 none");
        assertThat(answer.headers().firstValue("X-Later")).hasValue("yes");
        assertThat(client.rows()).containsExactly("a", "audited");
    }
}

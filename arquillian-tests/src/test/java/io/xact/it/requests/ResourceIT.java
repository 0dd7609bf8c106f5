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

/** Resource methods of JAX-RS in scopes. No exception of theirs gets to the filter: it is an answer by then. */
@Tag(Tags.ENGINE)
class ResourceIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("resources");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("resources");
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    @DisplayName("L2 a resource method runs in a scope, and is committed before it is answered")
    void kept(String method) {
        HttpResponse<String> answer =
                client.send(method, "api/steps", "do", "insert:a;persist:b;write-transaction;status:202");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("1 active");
        assertThat(client.rows()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "status:409, 409",
        "error:404, 404",
        "error:503, 503",
        "throw:x, 500",
        "throw-io:x, 500",
        "throw-error:x, 500"
    })
    @DisplayName("L13 what it throws, mapped or not, rolls back with the status of its answer")
    void thrown(String step, int status) {
        HttpResponse<String> answer = client.post("api/steps", "insert:a;on-commit:kept;on-rollback:undone;" + step);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(client.rows()).isEmpty();
        assertThat(client.log()).as("L10").containsExactly("undone");
    }

    @Test
    @DisplayName("L11 with @Xact it nests, and its Rollback undoes it alone")
    void nested() {
        assertThat(client.post("api/steps/scoped", "insert:a;write-transaction").body())
                .isEqualTo("2 active");
        HttpResponse<String> answer =
                client.send("POST", "api/steps/scoped", "inner-before", "insert:audited", "do", "insert:b;rollback");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(client.rows()).containsExactly("a", "audited");
    }

    @Test
    @DisplayName("L12 what it streams before it returns is in the scope, and is sent after the commit")
    void streamed() {
        HttpResponse<String> answer = client.post("api/steps/streamed", "insert:a");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("first second");
        assertThat(client.rows()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"throw:x, false", "throw-error:x, true", "insert-orphan, true", "mark, true"})
    @DisplayName("L15 if that fails, so does the answer; to what JAX-RS maps it adds itself")
    void streamedFailing(String step, boolean isClean) {
        HttpResponse<String> answer = client.post("api/steps/streamed", "insert:a;" + step);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body().contains("first")).isNotEqualTo(isClean);
        assertThat(client.rows()).isEmpty();
    }
}

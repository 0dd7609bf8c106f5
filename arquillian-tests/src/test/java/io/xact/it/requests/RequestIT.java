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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are in a scope, how it ends, and what is answered. */
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
    @DisplayName("L1 L5 other requests are in none")
    void notWrapped(String method) {
        assertThat(client.send(method, "steps", "do", "write-transaction").body())
                .isEqualTo("0 none");
    }
}

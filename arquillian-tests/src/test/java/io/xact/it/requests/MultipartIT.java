// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.requests.multipart.PartsServlet;
import io.xact.it.support.Server;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in forms, below the filter. */
@Tag(Tags.ENGINE)
class MultipartIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("multipart");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("multipart").addPackage(PartsServlet.class.getPackage());
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    private HttpResponse<String> upload(String path, String first, String second) {
        String body = """
                --border
                Content-Disposition: form-data; name="first"

                %s
                --border
                Content-Disposition: form-data; name="second"; filename="second.txt"
                Content-Type: text/plain

                %s
                --border--
                """.formatted(first, second).replace("\n", "\r\n");
        return client.send(HttpRequest.newBuilder(Server.address("multipart/" + path))
                .header("Content-Type", "multipart/form-data; boundary=border")
                .POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts", "api/parts"})
    @DisplayName("L2 files are stored in the request's scope, by a servlet and by JAX-RS")
    void kept(String path) {
        HttpResponse<String> answer = upload(path, "a", "longer than ten bytes");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1 active");
        assertThat(client.rows()).containsExactly("begun", "first=a", "second=longer than ten bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts", "api/parts"})
    @DisplayName("L8 what is stored of some of the files goes if another one fails")
    void failed(String path) {
        HttpResponse<String> answer = upload(path, "a", "x".repeat(60)); // longer than the column

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "L8 a file that is too large for the servlet is refused as without the filter, and the rest is rolled back")
    void tooLarge() {
        String tooLarge = "x".repeat(PartsServlet.MAX_FILE_SIZE + 1);
        int statusOfContainer = upload("excluded/parts", "a", tooLarge).statusCode();
        client.clear();

        assertThat(upload("parts", "a", tooLarge).statusCode()).isEqualTo(statusOfContainer);
        assertThat(statusOfContainer).isGreaterThanOrEqualTo(400);
        assertThat(client.rows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.requests.upload.CountingServlet;
import io.xact.it.support.Server;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large bodies, below the filter. */
@Tag(Tags.ENGINE)
class UploadIT extends ServerTest {

    private static final int LARGE = 100_000_000;

    /** Of the heap in use: the server does other things beside. */
    private static final long ALLOWANCE = 8_000_000;

    /** The listener that takes any. */
    private static final int PORT = Integer.getInteger("xact.it.http-port", 0) - 8080 + 8083;

    /** What the other listener takes, as shipped. */
    private static final int MAX_POST_SIZE = 10_485_760;

    /** The container closes the connection. */
    private static final String NO_ANSWER = "";

    private final RequestsClient client = new RequestsClient("uploads");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("uploads").addPackage(CountingServlet.class.getPackage());
    }

    @BeforeEach
    void clear() {
        client.clear();
    }

    /** In chunks: the client doesn't hold it, and doesn't say before how long it is. */
    private static BodyPublisher stream(long length) {
        return BodyPublishers.ofInputStream(() -> new Zeros(length));
    }

    private HttpResponse<String> upload(URI address, BodyPublisher body) {
        return client.send(HttpRequest.newBuilder(address).POST(body));
    }

    private static URI large(String path) {
        return URI.create("http://127.0.0.1:" + PORT + "/uploads/" + path);
    }

    private static long growth(HttpResponse<String> answer) {
        return Long.parseLong(answer.body().split(" ", -1)[1]);
    }

    @Test
    @DisplayName("L2 an upload of 100 MB is read in the scope as it comes, and nothing of it is held")
    void flat() {
        HttpResponse<String> answer = upload(large("upload"), stream(LARGE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(LARGE + " ").endsWith(" 1 active");
        assertThat(growth(answer)).isLessThan(ALLOWANCE);
        assertThat(client.rows()).containsExactly("begun", "ended");
    }

    @Test
    @DisplayName("what is held is measured")
    void kept() {
        assertThat(growth(upload(large("upload?keep=true"), stream(LARGE)))).isGreaterThan(LARGE / 2);
    }

    @Test
    @DisplayName("a body that says that it is too large for the container is refused by that, before the handler")
    void tooLarge() {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(Server.address("uploads/upload"))
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true) // what can't be sent any more would hide the answer
                .POST(BodyPublishers.ofByteArray(new byte[MAX_POST_SIZE + 1])));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(client.rows()).isEmpty();
    }

    @Test
    @DisplayName("L8 one that turns out to be ends as without the filter, and what the handler did is rolled back")
    void turnsOutTooLarge() throws IOException {
        assertThat(statusOfEndless("/uploads/excluded/upload")).isEqualTo(NO_ANSWER);
        assertThat(client.rows()).as("without the filter").containsExactly("begun");
        client.clear();

        assertThat(statusOfEndless("/uploads/upload")).isEqualTo(NO_ANSWER);
        Awaitility.await("the handler ends after the connection").until(client::log, log -> log.contains("undone"));
        assertThat(client.rows()).isEmpty();
    }

    /** Sends one byte too many, in a chunk that doesn't end; by a socket, because an HTTP client would go on. */
    private static String statusOfEndless(String path) throws IOException {
        URI address = Server.address("");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write("POST %s HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n"
                    .formatted(path, MAX_POST_SIZE + 1)
                    .getBytes(US_ASCII));
            new Zeros(MAX_POST_SIZE + 1).transferTo(out);
            out.flush();
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            return Objects.requireNonNullElse(status, NO_ANSWER);
        }
    }

    /** As many as wanted, without holding them. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int read = (int) Math.min(length, left);
            left -= read;
            return read == 0 && length > 0 ? -1 : read;
        }
    }
}

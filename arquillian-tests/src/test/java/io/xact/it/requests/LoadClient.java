// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.support.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends requests one by one.
 *
 * @param contextRoot where the application is
 * @param http sends them, where the client waits for the answer
 */
record LoadClient(String contextRoot, HttpClient http) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String EXPECT = "Expect: 100-continue";

    private static final String PROMISED = "Content-Length: 1000";

    private static final String SENT = "x".repeat(500);

    static LoadClient of(String contextRoot, Version version) {
        return new LoadClient(
                contextRoot, HttpClient.newBuilder().version(version).build());
    }

    LoadAnswer play(LoadRequest request) {
        try {
            if (request.kind().isGone()) {
                leave(request);
                return new LoadAnswer(request, 0, false);
            }
            HttpResponse<String> answer = http.send(http(request), BodyHandlers.ofString());
            return new LoadAnswer(request, answer.statusCode(), answer.body().equals(request.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest http(LoadRequest request) {
        String query = "?do=" + URLEncoder.encode(request.steps(), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(Server.address(contextRoot + "/" + request.path() + query))
                .timeout(LIMIT)
                .method(request.method(), BodyPublishers.noBody())
                .build();
    }

    /** Where the client leaves without a farewell, it waits before until the handler is in the middle of its work. */
    private void leave(LoadRequest request) throws IOException {
        try (RawClient client = RawClient.connect(contextRoot, request.path(), request.steps())) {
            switch (request.kind()) {
                case GONE_UNREAD -> client.sendHead(request.method(), "Content-Length: 0");
                case GONE_IN_BODY -> sendHalf(client, request, PROMISED, SENT);
                case GONE_IN_CHUNK -> sendHalf(client, request, "Transfer-Encoding: chunked", "3e8\r\n" + SENT);
                case GONE_BEHIND_BODY -> sendHalf(client, request, PROMISED, SENT + SENT);
                default -> throw new IllegalArgumentException(request.toString());
            }
        }
    }

    private static void sendHalf(RawClient client, LoadRequest request, String length, String body) throws IOException {
        if (request.isReset()) {
            client.sendHead(request.method(), length, EXPECT);
            client.awaitRead();
            client.send(body);
            client.reset();
        } else {
            client.sendHead(request.method(), length);
            client.send(body);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A client of the application whose handlers take steps.
 *
 * @param contextRoot where it is deployed, without a slash
 */
record RequestsClient(String contextRoot) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Has the handler at a path take steps, for a {@code POST}. */
    HttpResponse<String> post(String path, String steps) {
        return send("POST", path, "do", steps);
    }

    /** Sends a request with parameters, a name and a value each. */
    HttpResponse<String> send(String method, String path, String... parameters) {
        return send(request(method, path, parameters));
    }

    /** A request with parameters, a name and a value each. */
    HttpRequest.Builder request(String method, String path, String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? "?" : "&")
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(Server.address(contextRoot + "/" + path + query))
                .method(method, BodyPublishers.noBody());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is committed in PostgreSQL. */
    List<String> rows() {
        return observed("rows");
    }

    /** What is committed in H2. */
    List<String> rowsOfH2() {
        return observed("h2");
    }

    /** What the application has noted. */
    List<String> log() {
        return observed("log");
    }

    /** How often the shared rows were changed. */
    long increments() {
        return Long.parseLong(observed("increments").get(0));
    }

    /** How many requests that could be in a scope have ended on the server. */
    int ended() {
        return Integer.parseInt(observed("ended").get(0));
    }

    /** Requests before or after which their thread had a scope or a transaction. */
    List<String> unclean() {
        return observed("unclean");
    }

    /** Whether a handler waits at the gate. */
    boolean isAtGate() {
        return !observed("waiting").get(0).equals("0");
    }

    /** Lets one handler go on that waits at the gate, or will. */
    void openGate() {
        observed("open-gate");
    }

    /** Deletes rows and notes. */
    void clear() {
        observed("clear");
    }

    private List<String> observed(String what) {
        HttpResponse<String> answer = new ApplicationClient(contextRoot).send("GET", "observer/" + what);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return answer.body().lines().toList();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import io.xact.it.application.Form;
import io.xact.it.application.Scenario;
import io.xact.it.application.Through.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A client of the application.
 *
 * @param contextRoot where it is deployed, without a slash
 */
public record ApplicationClient(String contextRoot) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Plays a scenario. */
    public Answer play(Scenario scenario, Form form, Access access) {
        String path = "api/scenarios/" + scenario + "?form=" + form + "&access=" + access;
        return Answer.of(lines(succeeding(send("POST", path))));
    }

    /** The rows that are committed. */
    public List<String> items() {
        return lines(succeeding(send("GET", "api/items")));
    }

    /** Tells one start of the application from another. */
    public String incarnation() {
        return succeeding(send("GET", "api/incarnation"));
    }

    /** Waits until the application has started again. */
    public void awaitIncarnationAfter(String earlier) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !incarnation().equals(earlier));
    }

    /** Whether the application is there. */
    public boolean answers() {
        return send("GET", "api/incarnation").statusCode() == 200;
    }

    /** Deletes all rows. */
    public void clear() {
        succeeding(send("DELETE", "api/items"));
    }

    /** Sends a request without a body. */
    public HttpResponse<String> send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(Server.address(contextRoot + "/" + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String succeeding(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    response.request() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private static List<String> lines(String body) {
        return body.lines().toList();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.support.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does with the page's form: it keeps cookies and the view's state, and follows no redirect by itself. */
final class FacesClient {

    private static final Pattern STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");

    private final String page;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(new CookieManager())
            .build();
    private String state = "";

    FacesClient(String page) {
        this.page = page;
    }

    /** Gets the page, with a new form. */
    HttpResponse<String> open() {
        HttpResponse<String> answer = send(request().GET());
        Matcher matcher = STATE.matcher(answer.body());
        if (!matcher.find()) {
            throw new AssertionError("No view state in " + answer.body());
        }
        state = matcher.group(1);
        return answer;
    }

    /** Presses a button of the form. */
    HttpResponse<String> submit(String button, String name) {
        return post(request(), Map.of("order:" + button, "pressed", "order:name", name));
    }

    /** Presses a button that is handled by a script. */
    HttpResponse<String> submitPartially(String button, String name) {
        return post(
                request().header("Faces-Request", "partial/ajax"),
                Map.of(
                        "order:name", name,
                        "jakarta.faces.source", "order:" + button,
                        "jakarta.faces.partial.event", "click",
                        "jakarta.faces.behavior.event", "action",
                        "jakarta.faces.partial.execute", "order:" + button + " order",
                        "jakarta.faces.partial.render", "order:seen",
                        "jakarta.faces.partial.ajax", "true"));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(Server.address(page)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> post(HttpRequest.Builder request, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("order", "order");
        all.put("jakarta.faces.ViewState", state);
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

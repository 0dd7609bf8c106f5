// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as a client sees it, without what may differ: when it was made, which path it was made for, where a failing handler was.
 *
 * @param status the status; -1 if there was no whole answer
 * @param headers the headers, with names in lower case
 * @param body the content, a character for each byte
 */
record Answer(int status, Map<String, List<String>> headers, String body) {

    /** What is answered to a sequence at a path. */
    static Answer of(RequestsClient client, String path, AnswerSequence sequence) {
        try {
            return of(
                    client.send(
                            client.request("POST", path + "/here", sequence.parameters()), BodyHandlers.ofByteArray()),
                    path);
        } catch (UncheckedIOException e) {
            return new Answer(-1, Map.of(), "");
        }
    }

    private static Answer of(HttpResponse<byte[]> response, String path) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.keySet().removeAll(List.of("date", "transfer-encoding"));
        headers.remove("content-length", List.of(Integer.toString(response.body().length))); // the body tells
        headers.replaceAll((name, values) -> values.stream()
                .map(value -> normalized(name, value, path))
                .sorted()
                .toList());
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        boolean tellsOfException = response.statusCode() == 500 && body.contains("Stack Trace");
        if (tellsOfException) {
            headers.remove("set-cookie"); // the container keeps them, a held answer forgets them: AnswerDifferencesIT
        }
        return new Answer(response.statusCode(), headers, tellsOfException ? "an exception" : body);
    }

    private static String normalized(String name, String value, String path) {
        return switch (name) {
            case "location" -> value.replace("/" + path + "/", "/path/");
            case "content-type" -> value.replace("; ", ";");
            default -> value;
        };
    }
}

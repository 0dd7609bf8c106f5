// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Headers that a handler has set or added, on top of those that were there before. Not thread-safe.
 */
final class HeldHeaders {

    private static final String CONTENT_LENGTH = "Content-Length";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /**
     * One header.
     *
     * @param replaces whether what was there before is gone
     * @param values what the handler has set and added
     */
    private record Header(boolean replaces, List<String> values) {}

    private final HttpServletResponse before;
    private final Map<String, Header> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    HeldHeaders(HttpServletResponse before) {
        this.before = before;
    }

    static String date(long epochMillis) {
        return HTTP_DATE.format(Instant.ofEpochMilli(epochMillis));
    }

    /** A {@code null} takes the header away. */
    void set(String name, @Nullable String value) {
        List<String> values = new ArrayList<>();
        if (value != null) {
            values.add(value);
        }
        headers.put(name, new Header(true, values));
    }

    void add(String name, @Nullable String value) {
        if (value != null) {
            headers.computeIfAbsent(name, added -> new Header(false, new ArrayList<>()))
                    .values()
                    .add(value);
        }
    }

    /** Somebody else has set it. */
    void forget(String name) {
        headers.remove(name);
    }

    /** The values of a header, with those from before that are still there. */
    List<String> values(String name) {
        Header held = headers.get(name);
        List<String> values = new ArrayList<>();
        if (held == null || !held.replaces()) {
            values.addAll(before.getHeaders(name));
        }
        if (held != null) {
            values.addAll(held.values());
        }
        return values;
    }

    Collection<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(before.getHeaderNames());
        names.addAll(headers.keySet());
        names.removeIf(name -> values(name).isEmpty());
        return names;
    }

    void clear() {
        headers.clear();
    }

    /** Passes them on. */
    void send() {
        headers.forEach(this::send);
        headers.clear();
    }

    private void send(String name, Header header) {
        List<String> values = header.values();
        if (name.equalsIgnoreCase(CONTENT_LENGTH) && values.size() == 1 && sendLength(values.get(0))) {
            return;
        }
        if (header.replaces()) {
            before.setHeader(name, values.isEmpty() ? null : values.get(0)); // to add may be too late
        }
        values.stream().skip(header.replaces() ? 1 : 0).forEach(value -> before.addHeader(name, value));
    }

    private boolean sendLength(String length) {
        try {
            before.setContentLengthLong(Long.parseLong(length.strip()));
            return true;
        } catch (NumberFormatException theContainerMayKnowBetter) {
            return false;
        }
    }
}

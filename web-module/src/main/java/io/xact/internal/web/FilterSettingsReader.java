// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a filter's init parameters, and notes all that is wrong with them. Not thread-safe. */
final class FilterSettingsReader {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+"); // RFC 9110, section 5.6.2

    private final Map<String, String> parameters;
    private final Set<String> unread;
    private final Set<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    FilterSettingsReader(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
        this.unread = new TreeSet<>(parameters.keySet());
    }

    /** The settings; where one is wrong, its default. */
    FilterSettings read() {
        FilterSettings settings = new FilterSettings(
                get("methods", "POST, PUT, PATCH, DELETE", "HTTP methods", FilterSettingsReader::methods),
                get("exclude", "", "path patterns: /path, /path/*, *.extension", PathPatterns::parse),
                get("using", "", "JNDI names", text -> Words.of(text).toList()),
                get("rollbackOnStatus", "400-599", "codes and ranges: 400-499, 503", StatusRanges::parse),
                get("timeoutSeconds", "0", "seconds, 0 or more", FilterSettingsReader::seconds),
                get("maxBufferedBytes", "262144", "bytes, 0 or more", text -> (int) number(text, Integer.MAX_VALUE)),
                get("maxResponseBytes", "1073741824", "bytes, 0 or more", text -> number(text, Long.MAX_VALUE)),
                get("async", "refuse", "refuse or commit-on-return", FilterSettingsReader::async));
        unread.forEach(name ->
                problems.add("The parameter %s is not known. There are %s".formatted(name, String.join(", ", known))));
        return settings;
    }

    /** What was wrong, a sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private <T> T get(String name, String byDefault, String expected, Function<String, T> parser) {
        known.add(name);
        unread.remove(name);
        String text = parameters.getOrDefault(name, byDefault).strip();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add("The parameter %s is \"%s\", and wants %s. Correct it, or leave it out for \"%s\""
                    .formatted(name, text, expected, byDefault));
            return parser.apply(byDefault);
        }
    }

    private static Set<String> methods(String text) {
        Set<String> methods = Words.of(text).collect(Collectors.toUnmodifiableSet());
        if (!methods.stream().allMatch(TOKEN.asMatchPredicate())) {
            throw new IllegalArgumentException(text);
        }
        return methods;
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(number(text, Integer.MAX_VALUE));
    }

    private static long number(String text, long highest) {
        long number = Long.parseLong(text);
        if (number < 0 || number > highest) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Async async(String text) {
        return Async.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

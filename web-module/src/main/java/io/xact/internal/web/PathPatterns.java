// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.util.List;
import java.util.Set;

/**
 * Patterns for paths inside an application, as in a {@code url-pattern} (Servlet 6.0, section 12.2): {@code /exact/path}, {@code /prefix/*},
 * {@code *.extension}, and {@code /*} or {@code /} for everything.
 *
 * @param patterns the patterns
 */
public record PathPatterns(List<String> patterns) {

    private static final Set<String> ALL = Set.of("/", "/*");

    /** Checks each pattern. */
    public PathPatterns {
        patterns = List.copyOf(patterns);
        patterns.forEach(PathPatterns::check);
    }

    /**
     * Reads patterns with commas or blanks between them.
     *
     * @param text the text; empty for none
     * @return the patterns
     * @throws IllegalArgumentException if one of them is no pattern
     */
    public static PathPatterns parse(String text) {
        return new PathPatterns(Words.of(text).toList());
    }

    private static void check(String pattern) {
        String literal = pattern.startsWith("*.")
                ? pattern.substring(2)
                : pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        boolean isExtension = pattern.startsWith("*.") && !literal.isEmpty() && !literal.contains("/");
        if (literal.contains("*") || !(pattern.startsWith("/") || isExtension)) {
            throw new IllegalArgumentException(pattern + " is no pattern");
        }
    }

    /**
     * Whether one of the patterns is for a path.
     *
     * @param path a path inside the application, decoded, beginning with a slash; empty for its root
     * @return {@code true} if one matches
     */
    public boolean match(String path) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        if (ALL.contains(pattern)) {
            return true;
        }
        if (pattern.startsWith("*.")) {
            return path.endsWith(pattern.substring(1));
        }
        if (pattern.endsWith("/*")) {
            String prefix = pattern.substring(0, pattern.length() - 2);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
        return path.equals(pattern);
    }
}

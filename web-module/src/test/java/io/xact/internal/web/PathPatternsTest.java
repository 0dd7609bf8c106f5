// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b, true",
        "/a/b, /a/b/, false",
        "/a/b, /a/b/c, false",
        "/a/*, /a, true",
        "/a/*, /a/, true",
        "/a/*, /a/b/c, true",
        "/a/*, /ab, false",
        "/a/*, /b/a/c, false",
        "*.txt, /a/b.txt, true",
        "*.txt, /a/b.TXT, false",
        "*.txt, /a.txt/b, false",
        "*.txt, /txt, false",
        "/, /a, true",
        "/*, /a/b.txt, true",
        "/*, '', true",
        "/A, /a, false"
    })
    @DisplayName("a pattern is for the paths that a servlet container would find by it")
    void match(String pattern, String path, boolean isMatched) {
        assertThat(PathPatterns.parse(pattern).match(path)).isEqualTo(isMatched);
    }

    @Test
    @DisplayName("one pattern of several is enough")
    void oneOfSeveral() {
        PathPatterns patterns = PathPatterns.parse("/a/*, *.txt\n/b");

        assertThat(patterns.patterns()).containsExactly("/a/*", "*.txt", "/b");
        assertThat(patterns.match("/b")).isTrue();
        assertThat(patterns.match("/c")).isFalse();
    }

    @Test
    @DisplayName("no text is no path")
    void none() {
        assertThat(PathPatterns.parse("").match("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/*", "*", "*.", "*.a/b", "*.*", "/a*", "/a/*/b", "/*/b", "**", "*a"})
    @DisplayName("anything else is refused")
    void refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PathPatterns.parse(text));
    }
}

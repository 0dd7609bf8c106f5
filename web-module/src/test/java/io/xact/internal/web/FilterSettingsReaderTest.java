// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSettingsReaderTest {

    private static final FilterSettings DEFAULTS = new FilterSettings(
            Set.of("POST", "PUT", "PATCH", "DELETE"),
            PathPatterns.parse(""),
            List.of(),
            StatusRanges.parse("400-599"),
            Duration.ZERO,
            262_144,
            1_073_741_824,
            Async.REFUSE);

    private static final Map<String, String> ALL_WRONG = Map.of(
            "methods", "PO/ST",
            "exclude", "a*",
            "rollbackOnStatus", "5xx",
            "timeoutSeconds", "-1",
            "maxBufferedBytes", "2147483648",
            "maxResponseBytes", "much",
            "async", "perhaps");

    @Test
    @DisplayName("L5 L13 what is not declared has its default")
    void defaults() {
        FilterSettingsReader reader = new FilterSettingsReader(Map.of());

        assertThat(reader.read()).isEqualTo(DEFAULTS);
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    @DisplayName("what is declared counts")
    void declared() {
        FilterSettingsReader reader = new FilterSettingsReader(Map.of(
                "methods", "PURGE post",
                "exclude", "/a/*, *.b",
                "using", "java:/one\n java:/two",
                "rollbackOnStatus", "",
                "timeoutSeconds", " 30 ",
                "maxBufferedBytes", "0",
                "maxResponseBytes", "9223372036854775807",
                "async", "commit-on-return"));

        assertThat(reader.read())
                .isEqualTo(new FilterSettings(
                        Set.of("PURGE", "post"),
                        PathPatterns.parse("/a/* *.b"),
                        List.of("java:/one", "java:/two"),
                        StatusRanges.parse(""),
                        Duration.ofSeconds(30),
                        0,
                        Long.MAX_VALUE,
                        Async.COMMIT_ON_RETURN));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    @DisplayName("all that is wrong is told at once, with what is expected and what holds without it")
    void allProblems() {
        FilterSettingsReader reader = new FilterSettingsReader(ALL_WRONG);

        assertThat(reader.read()).isEqualTo(DEFAULTS);
        assertThat(reader.problems())
                .hasSize(ALL_WRONG.size())
                .contains("The parameter rollbackOnStatus is \"5xx\", and wants codes and ranges: 400-499, 503."
                        + " Correct it, or leave it out for \"400-599\"");
        ALL_WRONG.forEach((name, value) -> assertThat(reader.problems())
                .anyMatch(problem -> problem.startsWith("The parameter " + name + " is \"" + value + "\"")));
    }

    @ParameterizedTest
    @CsvSource({
        "timeoutSeconds, 2147483648",
        "timeoutSeconds, ''",
        "timeoutSeconds, 1.5",
        "maxBufferedBytes, -1",
        "maxResponseBytes, 9223372036854775808",
        "async, ''",
        "methods, GET;POST"
    })
    @DisplayName("numbers have their limits, and names their letters")
    void wrong(String name, String value) {
        FilterSettingsReader reader = new FilterSettingsReader(Map.of(name, value));
        reader.read();

        assertThat(reader.problems()).hasSize(1);
    }

    @Test
    @DisplayName("a parameter that is not known is a problem too, beside the others, and the known ones are listed")
    void unknown() {
        Map<String, String> parameters = new HashMap<>(ALL_WRONG);
        parameters.put("method", "POST");
        parameters.put("Exclude", "/a");
        FilterSettingsReader reader = new FilterSettingsReader(parameters);
        reader.read();

        assertThat(reader.problems())
                .hasSize(ALL_WRONG.size() + 2)
                .contains("The parameter method is not known. There are async, exclude, maxBufferedBytes,"
                        + " maxResponseBytes, methods, rollbackOnStatus, timeoutSeconds, using")
                .anyMatch(problem -> problem.startsWith("The parameter Exclude is not known."));
    }
}

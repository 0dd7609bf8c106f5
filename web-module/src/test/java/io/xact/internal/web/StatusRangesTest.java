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

class StatusRangesTest {

    @ParameterizedTest
    @CsvSource({"399, false", "400, true", "499, true", "500, false", "502, false", "503, true", "504, false"})
    @DisplayName("L13 a range has both of its ends, and a code itself")
    void contains(int status, boolean isContained) {
        assertThat(StatusRanges.parse("400-499, 503").contains(status)).isEqualTo(isContained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"400,500", "400 500", " 400 ,\n\t500, "})
    @DisplayName("commas and blanks are between codes")
    void separators(String text) {
        assertThat(StatusRanges.parse(text).ranges())
                .containsExactly(new StatusRanges.Range(400, 400), new StatusRanges.Range(500, 500));
    }

    @Test
    @DisplayName("L13 no text is no code")
    void none() {
        assertThat(StatusRanges.parse("").contains(500)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"500-400", "4xx", "40", "4000", "099", "-400", "400-", "400 - 499", "400-499-500", "400;500"})
    @DisplayName("anything else is refused")
    void refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusRanges.parse(text));
    }
}

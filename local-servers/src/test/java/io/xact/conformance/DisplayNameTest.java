// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    @Test
    void idsStandInFrontOfTheStatement() {
        assertThat(DisplayName.ids("A1 A10 S9 a scope commits")).isEqualTo(List.of("A1", "A10", "S9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a scope commits A1",
                "decision 8: a scope",
                "XA a branch",
                "A0 a scope",
                "A100 a scope",
                "a1()",
                ""
            })
    void aNameWithoutIdsHasNone(String name) {
        assertThat(DisplayName.ids(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "H2 ", "[1] H2", "H2 H2"})
    void whatHasNoStatementIsADatabase(String name) {
        assertThat(DisplayName.ids(name)).isEmpty();
    }
}

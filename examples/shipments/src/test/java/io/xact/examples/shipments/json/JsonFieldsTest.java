// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "[]",
                "\"text\"",
                "null",
                "{",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{\"a\":01}",
                "{'a':1}"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertMalformed(() -> JsonFields.parse(text));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void refusesWhatIsMadeToBreakAReader(String text) {
        assertMalformed(() -> JsonFields.parse(text).number("a"));
    }

    static String[] bombs() {
        return new String[] {
            "{\"a\":" + "[".repeat(50_000),
            "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
            "{\"a\":" + "9".repeat(60_000) + "}",
            "{\"a\":1e999999999}",
            "{\"a\":1e-999999999}"
        };
    }

    @Test
    void readsTexts() {
        JsonFields fields = JsonFields.parse("{\"a\":\"Köln\",\"b\":[\"x\",\"y\"],\"c\":null}");
        assertThat(fields.text("a", 4)).isEqualTo("Köln");
        assertThat(fields.texts("b", 2, 1)).containsExactly("x", "y");
        assertThat(fields.optionalText("c", 1)).isNull();
        assertThat(fields.optionalText("d", 1)).isNull();
        assertThat(fields.optionalText("a", 4)).isEqualTo("Köln");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"a\":null}", "{\"a\":1}", "{\"a\":\"\"}", "{\"a\":\"  \"}", "{\"a\":\"too long\"}"})
    void refusesATextThatIsMissingOrHasTheWrongLength(String text) {
        assertMalformed(() -> JsonFields.parse(text).text("a", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\\u0000", "x\\n", "x\\ud800", "\\udc00x"})
    void refusesATextThatADatabaseCannotStore(String text) {
        assertMalformed(() -> JsonFields.parse("{\"a\":\"" + text + "\"}").text("a", 7));
    }

    @Test
    void takesCharactersOutsideTheBasicPlane() {
        assertThat(JsonFields.parse("{\"a\":\"\\ud83d\\ude9a\"}").text("a", 2)).isEqualTo("🚚");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":[]}", "{\"a\":[\"x\",\"y\",\"z\"]}", "{\"a\":[\"long\"]}", "{\"a\":[1]}", "{\"a\":\"x\"}"
            })
    void refusesAListThatIsNotAsAskedFor(String text) {
        assertMalformed(() -> JsonFields.parse(text).texts("a", 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":-5}", "{\"a\":-5.0}", "{\"a\":-0.5e1}"})
    void readsWholeNumbers(String text) {
        assertThat(JsonFields.parse(text).number("a")).isEqualTo(-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"5\"}", "{\"a\":1.5}", "{\"a\":2147483648}", "{\"a\":true}"})
    void refusesOtherNumbers(String text) {
        assertMalformed(() -> JsonFields.parse(text).number("a"));
    }

    private static void assertMalformed(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .extracting(RefusedException::code)
                .isEqualTo(ProblemCode.MALFORMED);
    }
}

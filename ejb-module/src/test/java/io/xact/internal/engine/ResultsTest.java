// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactStateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K4: what a {@link Rollback} may return, by the type that the method returns. */
class ResultsTest {

    private static @Nullable Object returning(@Nullable Object value, Class<?> type) {
        return Results.of(
                Rollback.returning(value),
                XactDefinition.builder("book", "Payment.book").result(type).build());
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, Integer.class, void.class, Optional.class})
    @DisplayName("K4 null fits whatever is not primitive, and a method without a result")
    void nullFits(Class<?> type) {
        assertThat(returning(null, type)).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {int.class, boolean.class, double.class})
    @DisplayName("K4 null for a primitive result is refused, and named")
    void nullForPrimitive(Class<?> type) {
        assertThatThrownBy(() -> returning(null, type))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("gave a null, but Payment.book returns " + type.getName());
    }

    @ParameterizedTest
    @ValueSource(classes = {int.class, Integer.class, Number.class, Object.class, void.class})
    @DisplayName("K4 a number fits its own type, boxed or not, what that extends, and a method without a result")
    void numberFits(Class<?> type) {
        assertThat(returning(7, type)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(classes = {long.class, String.class, Optional.class})
    @DisplayName("K4 a number for another type is refused, and its own type named")
    void numberForAnother(Class<?> type) {
        assertThatThrownBy(() -> returning(7, type))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("gave a java.lang.Integer, but Payment.book returns " + type.getName());
    }
}

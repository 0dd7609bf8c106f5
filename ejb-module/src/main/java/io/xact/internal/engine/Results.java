// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Rollback;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The result of a scope that a {@link Rollback} has left. */
final class Results {

    private static final Map<Class<?>, Object> EMPTY = Map.of(
            Optional.class, Optional.empty(),
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty());

    private Results() {}

    static @Nullable Object of(Rollback rollback, XactDefinition definition) {
        return rollback.hasValue() ? checked(rollback.value(), definition) : empty(definition.result());
    }

    private static @Nullable Object checked(@Nullable Object value, XactDefinition definition) {
        Class<?> type = definition.result();
        boolean fits = value == null
                ? !type.isPrimitive() || type == void.class
                : type == void.class
                        || MethodType.methodType(type).wrap().returnType().isInstance(value);
        if (!fits) {
            String found = value == null ? "null" : value.getClass().getName();
            throw EngineLog.LOG.rollbackReturnsWrongType(found, definition.origin(), type.getName());
        }
        return value;
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type.isPrimitive() && type != void.class) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return EMPTY.get(type);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server keeps to itself, and offers no method for. */
final class PrivateFields {

    private PrivateFields() {}

    /** A field's value, be it declared by the object's class or by one above; {@code null} also if there is no such field. */
    static @Nullable Object value(Object target, String name) {
        return value(target.getClass(), target, name);
    }

    /** A static field's value; {@code null} also if there is no such field. */
    static @Nullable Object staticValue(Class<?> type, String name) {
        return value(type, null, name);
    }

    private static @Nullable Object value(Class<?> start, @Nullable Object target, String name) {
        return Stream.<Class<?>>iterate(start, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .map(field -> value(target, field))
                .orElse(null);
    }

    private static @Nullable Object value(@Nullable Object target, Field field) {
        try {
            field.setAccessible(true);
            return field.get(target);
        } catch (IllegalAccessException | RuntimeException notToBeRead) {
            return null;
        }
    }
}

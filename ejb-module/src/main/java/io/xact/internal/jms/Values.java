// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.MessageFormatRuntimeException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that a property or an entry of a map can have, and what each can be read as (Jakarta Messaging 3.1, sections 3.5.4 and 3.11.3). */
final class Values {

    /** Names that a selector would take for something else (section 3.8.1.1). */
    private static final Set<String> RESERVED =
            Set.of("NULL", "TRUE", "FALSE", "NOT", "AND", "OR", "BETWEEN", "LIKE", "IN", "IS", "ESCAPE");

    private Values() {}

    /** A property's name, if it can be one. */
    static String requireName(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw JmsLog.LOG.nameMissing();
        }
        if (!isIdentifier(name) || RESERVED.contains(name.toUpperCase(Locale.ROOT))) {
            throw JmsLog.LOG.nameInvalid(name);
        }
        return name;
    }

    private static boolean isIdentifier(String name) {
        return Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().skip(1).allMatch(Character::isJavaIdentifierPart);
    }

    /** A property's value, if it can be one. */
    static @Nullable Object requireProperty(String name, @Nullable Object value) {
        if (value == null || isPrimitive(value)) {
            return value;
        }
        throw JmsLog.LOG.valueInvalid(name, value.getClass().getName());
    }

    private static boolean isPrimitive(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Float
                || value instanceof Double;
    }

    /** The value of a map's or a stream's item, as it is now. */
    static @Nullable Object copied(String name, @Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        return value instanceof Character ? value : requireProperty(name, value);
    }

    /** How many bytes a value takes. */
    static long bytes(@Nullable Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        return value instanceof byte[] bytes ? bytes.length : Long.BYTES;
    }

    static boolean toBoolean(String name, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value == null || value instanceof String) {
            return Boolean.parseBoolean((String) value);
        }
        throw notReadable(name, value, "boolean");
    }

    static byte toByte(String name, @Nullable Object value) {
        return value instanceof Byte number ? number : Byte.parseByte(text(name, value, "byte"));
    }

    static short toShort(String name, @Nullable Object value) {
        return value instanceof Byte || value instanceof Short
                ? ((Number) value).shortValue()
                : Short.parseShort(text(name, value, "short"));
    }

    static int toInt(String name, @Nullable Object value) {
        return value instanceof Byte || value instanceof Short || value instanceof Integer
                ? ((Number) value).intValue()
                : Integer.parseInt(text(name, value, "int"));
    }

    static long toLong(String name, @Nullable Object value) {
        return value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long
                ? ((Number) value).longValue()
                : Long.parseLong(text(name, value, "long"));
    }

    static float toFloat(String name, @Nullable Object value) {
        return value instanceof Float number
                ? number
                : Float.parseFloat(Objects.requireNonNull(text(name, value, "float"), name));
    }

    static double toDouble(String name, @Nullable Object value) {
        return value instanceof Float || value instanceof Double
                ? ((Number) value).doubleValue()
                : Double.parseDouble(Objects.requireNonNull(text(name, value, "double"), name));
    }

    static @Nullable String toText(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** A value that isn't there reads as {@code null} does: the number's own parser refuses it. */
    @SuppressWarnings("NullAway") // the JDK's parsers say what they think of null
    private static String text(String name, @Nullable Object value, String type) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw notReadable(name, value, type);
    }

    private static MessageFormatRuntimeException notReadable(String name, Object value, String type) {
        return JmsLog.LOG.notReadable(name, value.getClass().getSimpleName(), type);
    }
}

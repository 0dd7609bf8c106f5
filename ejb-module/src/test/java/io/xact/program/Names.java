// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names for what programs throw, so that the same instance is told from an equal one; and exceptions in words, as far as the
 * contract says what is in them.
 */
final class Names {

    private final IdentityHashMap<Throwable, String> names = new IdentityHashMap<>();

    void give(Throwable thrown, String name) {
        names.putIfAbsent(thrown, name);
    }

    String describe(Throwable thrown) {
        String suppressed = Arrays.stream(thrown.getSuppressed())
                .map(this::inShort)
                .distinct()
                .collect(Collectors.joining(", "));
        return inShort(thrown) + (suppressed.isEmpty() ? "" : ", suppressed: " + suppressed);
    }

    private String inShort(Throwable thrown) {
        String name = names.get(thrown);
        if (name != null) {
            return name;
        }
        Throwable cause = thrown.getCause();
        return type(thrown)
                + (cause == null || !(thrown instanceof XactException) ? "" : " caused by " + inShort(cause));
    }

    /** Which subclass of an SQLException a driver throws is its own business. */
    private static String type(@Nullable Throwable thrown) {
        return thrown instanceof java.sql.SQLException
                ? "SQLException"
                : String.valueOf(thrown).replaceFirst(":.*", "").replaceFirst("(?s)[^\\w.$].*", "");
    }
}

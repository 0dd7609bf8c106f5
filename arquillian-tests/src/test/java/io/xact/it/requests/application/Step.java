// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import java.util.Arrays;
import java.util.List;

/**
 * One thing that a handler is to do.
 *
 * @param name which
 * @param argument with what; empty without
 */
public record Step(String name, String argument) {

    /** Reads steps with semicolons between them, each a name, and perhaps a colon and an argument, in which {@code %3B} is a semicolon. */
    public static List<Step> parse(String all) {
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(";", -1)).map(Step::of).toList();
    }

    private static Step of(String text) {
        String[] parts = text.split(":", 2);
        return new Step(parts[0], parts.length == 1 ? "" : parts[1].replace("%3B", ";"));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a program has seen, line by line. */
final class Trace {

    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{5,8}\\b");

    private final List<String> lines = new ArrayList<>();

    /** Adds a line; of objects that print their identity hash codes only the type is kept. */
    void add(String line) {
        lines.add(IDENTITY.matcher(line).replaceAll("@"));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import java.util.List;

/**
 * How a scenario went.
 *
 * @param end {@code returned}, or the class of the exception that it failed with
 * @param notes what it noted, in order
 */
public record Answer(String end, List<String> notes) {

    static Answer of(List<String> lines) {
        return new Answer(lines.get(0), lines.subList(1, lines.size()));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of a program.
 *
 * @param events what could be seen on the way, in order: results, exceptions caught, hooks run, flags, depths
 * @param messages the messages that have come, in order
 * @param rows the rows at the end, in each database
 * @param met what was met on the way
 */
record Outcome(List<String> events, List<String> messages, Map<Db, List<String>> rows, Set<Construct> met) {

    /** What two worlds have to agree on. */
    String seen() {
        return String.join("\n", events) + "\nmessages " + messages + "\nrows " + rows;
    }
}

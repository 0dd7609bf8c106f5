// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.util.List;
import java.util.regex.Pattern;

/** How pending savepoint statements go to the database. */
enum Travel {
    /** In one text with the statement that needs them. */
    CARRIED,
    /** In a trip of their own, before the statement. */
    ALONE,
    /** Not at all: nothing is pending, or what is pending can wait. */
    NOT_WITH_IT,
    /** The statement is not sent either. */
    SILENT;

    private static final Pattern SAVEPOINTS = Pattern.compile("((RELEASE )?SAVEPOINT xact_\\w+;?)+");

    /** What the first of some round trips shows. */
    static Travel of(List<String> trips) {
        if (trips.isEmpty()) {
            return SILENT;
        }
        String rest = SAVEPOINTS.matcher(trips.get(0)).replaceFirst("");
        if (rest.equals(trips.get(0))) {
            return NOT_WITH_IT;
        }
        return rest.isEmpty() ? ALONE : CARRIED;
    }
}

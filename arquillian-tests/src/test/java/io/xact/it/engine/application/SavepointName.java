// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import java.util.logging.Level;
import java.util.regex.Pattern;

/** The names of savepoints, which are in the log. */
public final class SavepointName {

    private static final Pattern SET = Pattern.compile(": SAVEPOINT (\\w+)");

    private SavepointName() {}

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** The first savepoint that is set by some work. */
    public static String setBy(Work work) throws Exception {
        try (LogRecords log = LogRecords.from(Level.FINE)) {
            work.run();
            return SET.matcher(String.join("", log.messages()))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        }
    }
}

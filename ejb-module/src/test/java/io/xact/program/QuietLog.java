// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps failing hooks and refused commits, of which random programs have thousands, out of the log until it is closed. */
public final class QuietLog implements AutoCloseable {

    private final List<Logger> loggers = List.of(Logger.getLogger("io.xact"), Logger.getLogger("com.arjuna"));

    private QuietLog() {
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
    }

    public static QuietLog on() {
        return new QuietLog();
    }

    public boolean isQuiet() {
        return loggers.stream().noneMatch(logger -> logger.isLoggable(Level.SEVERE));
    }

    @Override
    public void close() {
        loggers.forEach(logger -> logger.setLevel(null));
    }
}

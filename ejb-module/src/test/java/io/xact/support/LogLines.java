// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged under {@code io.xact} until this is closed; JBoss Logging writes to the JDK's in the tests. */
public final class LogLines extends Handler implements AutoCloseable {

    private static final Logger CATEGORY = Logger.getLogger("io.xact");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private LogLines() {
        setLevel(Level.ALL);
    }

    /** Listens, with everything from a level on switched on. */
    public static LogLines from(Level level) {
        LogLines lines = new LogLines();
        CATEGORY.setLevel(level);
        CATEGORY.setUseParentHandlers(false);
        CATEGORY.addHandler(lines);
        return lines;
    }

    /** The lines' texts, in order. */
    public List<String> texts() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    public List<LogRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public void publish(LogRecord line) {
        records.add(line);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        CATEGORY.removeHandler(this);
        CATEGORY.setUseParentHandlers(true);
        CATEGORY.setLevel(null);
    }
}

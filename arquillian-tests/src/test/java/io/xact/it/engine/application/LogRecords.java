// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is logged from now on, by xact if not said otherwise, until it is closed. */
public final class LogRecords extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("io.xact");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private final Logger logger;
    private final @Nullable Level levelBefore;

    private LogRecords(Logger logger) {
        this.logger = logger;
        this.levelBefore = logger.getLevel();
    }

    /** Of everybody on the server, as far as it is logged at all. */
    public static LogRecords ofServer() {
        LogRecords records = new LogRecords(Logger.getLogger(""));
        records.logger.addHandler(records);
        return records;
    }

    /** Of this level and above; those below are not logged at all. */
    public static LogRecords from(Level level) {
        LogRecords records = new LogRecords(LOGGER);
        LOGGER.setLevel(level);
        LOGGER.addHandler(records);
        return records;
    }

    public List<LogRecord> records() {
        return records;
    }

    public List<String> messages() {
        return records.stream().map(LogRecords::text).toList();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the server's records are formatted like that
    private static String text(LogRecord record) {
        Object[] parameters = record.getParameters();
        return parameters == null ? record.getMessage() : String.format(record.getMessage(), parameters);
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(levelBefore);
    }
}

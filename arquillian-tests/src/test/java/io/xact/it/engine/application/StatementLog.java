// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** What arrives at PostgreSQL: its own log, which it writes into its data directory, read by SQL. */
public final class StatementLog {

    private final DataSource observer;
    private final String beginning;

    private StatementLog(DataSource observer) throws SQLException {
        this.observer = observer;
        this.beginning = mark();
    }

    /** From now on. */
    public static StatementLog of(Table items) throws SQLException {
        return new StatementLog(items.observer());
    }

    /** The statements of others than the observer, in order, each as its last line begins: without what PostgreSQL says about it. */
    public List<String> statements() throws SQLException {
        String end = mark();
        String observing = Sql.query(observer, "SELECT pg_backend_pid()").get(0);
        return read().lines()
                .dropWhile(line -> !line.contains(beginning))
                .takeWhile(line -> !line.contains(end))
                .filter(line -> !line.startsWith(observing + " "))
                .filter(line -> line.contains("LOG:  "))
                .map(line -> line.replaceFirst(".*LOG:  (statement|execute [^:]*): ", ""))
                .toList();
    }

    /** Writes down a place; a process of its own writes the log, and may be late. */
    private String mark() throws SQLException {
        String mark = "mark " + UUID.randomUUID();
        Sql.query(observer, "SELECT '" + mark + "'");
        Awaitility.await().until(() -> read().contains(mark));
        return mark;
    }

    /** The query must not itself contain the mark. */
    private String read() throws SQLException {
        return Sql.query(observer, "SELECT pg_read_file(pg_current_logfile())").get(0);
    }
}

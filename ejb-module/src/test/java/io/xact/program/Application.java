// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.Work;
import io.xact.Xacts;
import jakarta.transaction.TransactionManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What programs are played in: an application with the library, a table in each of two databases, and JTA. */
public interface Application {

    Xacts xacts();

    TransactionManager transactionManager();

    /** The data source's name. */
    String jndiName(Db db);

    /** The data source that nobody guards. */
    DataSource unguarded(Db db);

    /** Makes a row persistent in the thread's transaction; it is written when the context is flushed. */
    void persist(Db db, String row);

    /** Has written what was made persistent. */
    void flush(Db db);

    /** Sends a message by the {@code @OnCommit} producer. */
    void send(String message);

    /** The messages that have come since the last call, in order. */
    List<String> takeMessages();

    /** Where a failed statement leaves the branch unusable until it is rolled back to a savepoint. */
    Set<Db> abortedByFailure();

    /** Opens a scope by {@code @Xact} on a method. */
    @Nullable Object callByMethod(Work<Object, Throwable> work) throws Throwable;

    /** Opens a scope by {@code @Xact} on a class. */
    @Nullable Object callByClass(Work<Object, Throwable> work) throws Throwable;

    /** Deletes all rows, and inserts this one into each table. */
    void reset(String row);

    /** The committed rows, sorted. */
    Map<Db, List<String>> rows();

    /** What a program has left open, in words; the next one starts clean all the same. */
    List<String> takeLeftovers();
}

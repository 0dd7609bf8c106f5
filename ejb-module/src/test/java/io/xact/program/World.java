// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.Block;
import io.xact.Work;
import io.xact.XactSavepoint;
import io.xact.XactScope;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program can do and see: the library over real databases, or the model of it. */
interface World {

    /** The row that is there before each program, so that inserting it again fails. */
    String SEED = "seed";

    /** A connection, with a statement prepared on it if it is to be kept; or what stands for one. */
    interface Session extends AutoCloseable {

        void insert(boolean prepared, String row) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    Session open(Db db, Access access, boolean kept) throws SQLException;

    @Nullable Object call(ScopeShape shape, Work<Object, Throwable> work) throws Throwable;

    XactScope begin(ScopeShape shape);

    boolean isActive();

    /** Whether the thread's JTA transaction is marked for roll back. */
    boolean isMarked();

    int depth();

    boolean isRollback();

    void setRollback(boolean on);

    void register(Hook.Kind kind, Runnable action);

    /** Sends a message by the producer that is injected. */
    void send(String message);

    XactSavepoint savepoint();

    void rollbackTo(XactSavepoint savepoint);

    void release(XactSavepoint savepoint);

    void markOnError(Block<Throwable> block) throws Throwable;

    /** A third party marks the thread's JTA transaction. */
    void mark();

    void ownerBegins();

    void ownerCommits() throws RollbackException;

    void ownerRollsBack();

    /** The messages that have come, in order. */
    List<String> messages();

    /** The committed rows, sorted. */
    Map<Db, List<String>> rows();
}

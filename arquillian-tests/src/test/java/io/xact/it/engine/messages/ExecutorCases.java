// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.OnCommit;
import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;

/** Tasks that start after the commit. */
@ApplicationScoped
public class ExecutorCases implements Cases {

    private static final int LIMIT_SECONDS = 30;

    @Inject
    private Xacts xacts;

    @Inject
    @OnCommit
    private Executor executor;

    private static @Nullable Object next(BlockingQueue<Object> notes) throws InterruptedException {
        return notes.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @DisplayName("I6 a task starts after the commit, on another thread, and sees what is committed")
    public void afterCommit(Table items) throws Exception {
        BlockingQueue<Object> notes = new LinkedBlockingQueue<>();
        Thread caller = Thread.currentThread();
        xacts.run(() -> {
            executor.execute(() -> {
                notes.add(committed(items));
                notes.add(Thread.currentThread() != caller);
                notes.add(xacts.depth());
            });
            items.insert("row");
            assertThat(notes).isEmpty();
        });

        assertThat(next(notes)).isEqualTo(List.of("row"));
        assertThat(next(notes)).isEqualTo(true);
        assertThat(next(notes)).isEqualTo(0);
    }

    private static Object committed(Table items) {
        try {
            return items.committed();
        } catch (java.sql.SQLException e) {
            return e;
        }
    }

    @DisplayName("I9 a task goes with its scope")
    public void dropped(Table items) throws Exception {
        BlockingQueue<Object> notes = new LinkedBlockingQueue<>();
        xacts.run(() -> {
            items.insert("row");
            xacts.run(() -> {
                executor.execute(() -> notes.add("undone"));
                throw new Rollback();
            });
            executor.execute(() -> notes.add("kept"));
        });

        assertThat(next(notes)).isEqualTo("kept");
        assertThat(notes).isEmpty();
    }

    @DisplayName("I1 where no transaction is, a task starts at once")
    public void atOnce() throws Exception {
        BlockingQueue<Object> notes = new LinkedBlockingQueue<>();
        executor.execute(() -> notes.add("started"));

        assertThat(next(notes)).isEqualTo("started");
    }

    @DisplayName("I20 a task has the application's names and class loader, and can have transactions")
    public void context(Table items) throws Exception {
        BlockingQueue<Object> notes = new LinkedBlockingQueue<>();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        xacts.run(() -> {
            items.insert("outer");
            executor.execute(() -> {
                xacts.run(() -> items.insertUnchecked("of the task"));
                notes.add(moduleName());
                notes.add(Thread.currentThread().getContextClassLoader() == loader);
            });
        });

        assertThat(next(notes)).isEqualTo(moduleName());
        assertThat(next(notes)).isEqualTo(true);
        assertThat(items.committed()).containsExactly("of the task", "outer");
    }

    /** Known where the names of a component are. */
    @SuppressWarnings("BanJNDI") // a constant
    private static Object moduleName() {
        try {
            return InitialContext.doLookup("java:module/ModuleName") + " "
                    + (InitialContext.doLookup("java:comp/DefaultDataSource") != null);
        } catch (NamingException e) {
            return e;
        }
    }
}

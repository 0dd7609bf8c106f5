// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.OnCommit;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tasks that start with the commit. */
@EveryProduct
class ExecutorTest extends ScopeTest {

    private final Executor executor = surroundings()
            .container()
            .select(Executor.class, OnCommit.Literal.DEFAULT)
            .get();

    private final BlockingQueue<List<String>> seen = new LinkedBlockingQueue<>();

    ExecutorTest(Product product) {
        super(product);
    }

    /** What the task sees, which is on another thread. */
    private void look() {
        assertThat(xacts.isActive()).isFalse();
        seen.add(surroundings().orders().rows());
    }

    @Test
    @DisplayName("I6 I8 a task starts after the commit of the outermost scope")
    void commit() throws Exception {
        xacts.run(() -> {
            xacts.run(() -> {
                insert("a");
                executor.execute(this::look);
            });
            assertThat(seen.poll()).as("before the commit").isNull();
        });

        assertThat(seen.poll(30, TimeUnit.SECONDS)).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("I9 a task is dropped with its scope")
    void dropped() throws Exception {
        xacts.run(() -> {
            failing(() -> executor.execute(() -> seen.add(List.of("dropped"))));
            executor.execute(() -> seen.add(List.of("kept")));
        });

        assertThat(seen.poll(30, TimeUnit.SECONDS)).containsExactly("kept");
        assertThat(seen).isEmpty();
    }

    @Test
    @DisplayName("I1 it starts at once where no transaction is")
    void atOnce() throws Exception {
        executor.execute(this::look);

        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(rows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactOptions;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;

/** One definition, used again: nested in itself, and by threads at the same time. */
@ApplicationScoped
public class ReuseCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private Threads threads;

    @DisplayName("C1 options and a method, each nested in itself: both levels are kept")
    public void nestedInItself(Table items) throws Throwable {
        XactOptions options = xacts.with().named("again");
        options.run(() -> {
            items.insert("outer");
            options.run(() -> items.insert("inner"));
        });
        scopes.run(() -> {
            items.insert("outer method");
            scopes.run(() -> {
                assertThat(xacts.depth()).isEqualTo(2);
                items.insert("inner method");
            });
        });

        assertThat(items.committed()).containsExactly("inner", "inner method", "outer", "outer method");
    }

    @DisplayName("C2 nested in itself, a failure of the inner level costs that level only")
    public void innerFails(Table items) throws Exception {
        XactOptions options = xacts.with();
        options.run(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> options.run(() -> {
                        items.insert("inner");
                        throw new RefusedException();
                    }))
                    .isInstanceOf(RefusedException.class);
        });

        assertThat(items.committed()).containsExactly("outer");
    }

    @DisplayName("C3 C4 nested in itself, a failure of the outer level costs both, whether the inner one failed or not")
    public void outerFails(Table items) throws Exception {
        XactOptions options = xacts.with();
        for (boolean innerFails : new boolean[] {false, true}) {
            assertThatThrownBy(() -> options.run(() -> {
                        items.insert("outer");
                        options.run(() -> {
                            items.insert("inner");
                            xacts.setRollback(innerFails);
                        });
                        throw new RefusedException();
                    }))
                    .isInstanceOf(RefusedException.class);
        }

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("C5 G11 threads that are in one bean's method at the same time don't see each other's scopes")
    public void threadsAtTheSameTime(Table items) throws Exception {
        CyclicBarrier bothInside = new CyclicBarrier(2);
        CompletableFuture<Void> kept = threads.begin(() -> scopes.run(() -> {
            items.insert("kept");
            bothInside.await(10, TimeUnit.SECONDS);
            assertThat(xacts.depth()).isEqualTo(1);
            assertThat(xacts.isRollback()).isFalse();
        }));
        CompletableFuture<Void> undone = threads.begin(() -> scopes.run(() -> {
            items.insert("undone");
            xacts.setRollback(true);
            bothInside.await(10, TimeUnit.SECONDS);
        }));

        CompletableFuture.allOf(kept, undone).join();

        assertThat(items.committed()).containsExactly("kept");
    }

    @DisplayName("G11 a scope belongs to its transaction: a new thread has none")
    public void newThreadHasNone() {
        xacts.run(() -> threads.run(() -> {
            assertThat(xacts.depth()).isZero();
            assertThat(xacts.isActive()).isFalse();
        }));
    }
}

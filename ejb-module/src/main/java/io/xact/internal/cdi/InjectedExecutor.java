// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.OnCommit;
import io.xact.internal.engine.CurrentScope;
import io.xact.internal.platform.PlatformExecutor;
import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.util.Objects;
import java.util.concurrent.Executor;

/** Has tasks start after the commit; each is a hook. Thread-safe. A bean that is passivated finds it again. */
final class InjectedExecutor implements Executor, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient CurrentScope current;
    private final transient PlatformExecutor executor;

    InjectedExecutor(CurrentScope current, PlatformExecutor executor) {
        this.current = current;
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        current.onCommit(executor.start(Objects.requireNonNull(task, "task")));
    }

    private Object writeReplace() {
        return new Passivated();
    }

    private record Passivated() implements Serializable {

        private Object readResolve() {
            return CDI.current()
                    .select(Executor.class, OnCommit.Literal.DEFAULT)
                    .get();
        }
    }
}

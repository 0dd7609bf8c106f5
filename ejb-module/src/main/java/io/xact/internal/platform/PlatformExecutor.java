// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** The server's managed executor; where there is no server, a CDI bean, or else the JDK's common pool. Thread-safe. */
public final class PlatformExecutor {

    private final BeanManager beans;

    /**
     * For one CDI container.
     *
     * @param beans the container, started
     */
    public PlatformExecutor(BeanManager beans) {
        this.beans = beans;
    }

    /**
     * Has a task started later.
     *
     * @param task is to run with the context that the calling thread has now
     * @return starts the task, on another thread
     */
    public Runnable start(Runnable task) {
        try {
            return Managed.start(task).orElseGet(() -> startUnmanaged(task));
        } catch (LinkageError noConcurrency) {
            return startUnmanaged(task);
        }
    }

    private Runnable startUnmanaged(Runnable task) {
        Instance<Executor> candidates = beans.createInstance().select(Executor.class);
        Executor executor = candidates.isResolvable() ? candidates.get() : ForkJoinPool.commonPool();
        return () -> executor.execute(task);
    }

    /** Loaded by its first use, which fails where the server has no such thing. */
    private static final class Managed {

        private static final String[] NAMES = {
            "java:comp/DefaultManagedExecutorService", "java:jboss/ee/concurrency/executor/default"
        };

        static Optional<Runnable> start(Runnable task) {
            return Services.find(ManagedExecutorService.class, NAMES).map(executor -> {
                Runnable inContext = executor.getContextService().contextualRunnable(task);
                return () -> executor.execute(inContext);
            });
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work on other threads of the server. */
@ApplicationScoped
public class Threads {

    @SuppressWarnings("NullAway.Init") // injected
    @Resource
    private ManagedExecutorService executor;

    /** Begins work on another thread; its failure comes out of {@link CompletableFuture#join}. */
    public CompletableFuture<Void> begin(Step work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (Throwable failure) {
                        throw new CompletionException(failure);
                    }
                },
                executor);
    }

    /** Does work on another thread, and waits for its end. */
    public void run(Step work) {
        begin(work).join();
    }
}

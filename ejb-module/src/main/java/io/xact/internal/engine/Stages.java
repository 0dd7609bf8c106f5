// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A scope's result that is a {@link CompletionStage}. The scope ends when its body returns, so a stage that is still under
 * way would do its work outside; one that has failed is a failure of the scope, and still the result.
 */
final class Stages {

    private Stages() {}

    /** Refuses a stage that is not done. */
    static void requireDone(@Nullable Object result, Scope scope) {
        if (result instanceof CompletionStage<?> stage && !isDone(stage)) {
            throw EngineLog.LOG.stageNotDone(scope.path());
        }
    }

    private static boolean isDone(CompletionStage<?> stage) {
        try {
            return stage.toCompletableFuture().isDone();
        } catch (UnsupportedOperationException cannotTell) {
            return false;
        }
    }

    /** Ends the scope as the stage did, which is done if the result is one. */
    static void end(Scope scope, @Nullable Object result) {
        Throwable failure = result instanceof CompletionStage<?> stage ? failureOf(stage.toCompletableFuture()) : null;
        if (failure == null) {
            scope.returned();
        } else {
            endFailed(scope, failure);
        }
    }

    private static void endFailed(Scope scope, Throwable failure) {
        try {
            scope.thrown(failure);
        } catch (Throwable thrown) {
            if (thrown != failure) {
                throw Failures.<RuntimeException>sneak(thrown);
            }
        }
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> done) {
        try {
            done.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (CancellationException e) {
            return e;
        }
    }
}

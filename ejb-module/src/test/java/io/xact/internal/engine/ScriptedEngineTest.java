// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Block;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The engine over a transaction service that does, and fails, as it is told. After each test nothing may be left of it. */
abstract class ScriptedEngineTest {

    final ScriptedTransactions service = new ScriptedTransactions();
    final List<String> ran = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final Follower follower = new Follower();
    final Transactions transactions = new Transactions(service, service);
    final XactEngine engine = engine(false);
    final CurrentScope current = new CurrentScope(engine);
    final XactDefinition outer = XactDefinition.builder("outer", "a test").build();
    final XactDefinition inner = XactDefinition.builder("inner", "a test").build();
    final XactDefinition merged =
            XactDefinition.builder("merged", "a test").savepoint(false).build();
    final XactDefinition own =
            XactDefinition.builder("own", "Payment.book").requiresNew(true).build();

    /** Follows the scopes, and fails where it is told to. */
    final class Follower implements ScopeListener {
        @Nullable RuntimeException releaseFailure;

        @Nullable RuntimeException undoFailure;

        @Nullable RuntimeException beforeCompletionFailure;

        @Nullable RuntimeException afterCompletionFailure;

        @Override
        public void release(Mark mark) {
            ran.add("released");
            throwUnlessNull(releaseFailure);
        }

        @Override
        public void undone(Mark mark, boolean stays) {
            ran.add("undone");
            throwUnlessNull(undoFailure);
        }

        @Override
        public void beforeCompletion() {
            throwUnlessNull(beforeCompletionFailure);
        }

        @Override
        public void afterCompletion(boolean committed) {
            ran.add("ended, committed " + committed);
            throwUnlessNull(afterCompletionFailure);
        }

        private static void throwUnlessNull(@Nullable RuntimeException failure) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** What is worth another attempt here. */
    static final class Passing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final XactEngine engine(boolean mergedFailuresAreSilent) {
        return new XactEngine(
                transactions,
                new FailurePolicy(
                        mergedFailuresAreSilent,
                        Passing.class::isInstance,
                        failure -> false,
                        failure -> false,
                        pauses::add),
                stack -> follower);
    }

    final <X extends Throwable> void run(XactDefinition definition, Block<X> block) throws X {
        run(engine, definition, block);
    }

    static <X extends Throwable> void run(XactEngine engine, XactDefinition definition, Block<X> block) throws X {
        engine.<Boolean, X>call(definition, () -> {
            block.run();
            return true;
        });
    }

    /** Runs what is to fail, and goes on. */
    static void failing(ThrowingCallable work) {
        assertThat(catchThrowable(work)).as("failure").isNotNull();
    }

    final Scope scope() {
        return Objects.requireNonNull(engine.current(), "scope");
    }

    @AfterEach
    void nothingStaysOnTheThread() {
        assertThat(service.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(ScopeStack.countOpen())
                .as("stacks that nobody will find again")
                .isZero();
    }
}

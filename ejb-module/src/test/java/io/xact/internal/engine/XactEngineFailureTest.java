// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.HeuristicOutcomeException;
import io.xact.HeuristicOutcomeException.Outcome;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.support.LogLines;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the transaction service fails, nothing stays on the thread, and the first failure comes out. */
class XactEngineFailureTest extends ScriptedEngineTest {

    static Stream<Arguments> heuristics() {
        return Stream.of(
                Arguments.of(new HeuristicMixedException(), Outcome.MIXED),
                Arguments.of(new HeuristicRollbackException(), Outcome.ROLLED_BACK),
                Arguments.of(new SystemException(), Outcome.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("heuristics")
    @DisplayName("Q9 a heuristic or lost outcome is reported as it is, and no hook runs")
    void heuristicOutcome(Exception answer, Outcome outcome) {
        service.fail("commit", answer);

        assertThatThrownBy(() -> run(outer, () -> {
                    current.onCommit(() -> ran.add("commit hook"));
                    current.onRollback(() -> ran.add("rollback hook"));
                }))
                .isInstanceOfSatisfying(
                        HeuristicOutcomeException.class,
                        heuristic -> assertThat(heuristic.outcome()).isEqualTo(outcome))
                .hasCause(answer);

        assertThat(ran).doesNotContain("commit hook", "rollback hook");
    }

    @Test
    @DisplayName("E4 a refused commit is a roll back with its cause, and rollback hooks run")
    void refusedCommit() {
        RollbackException answer = new RollbackException();
        service.fail("commit", answer);

        assertThatThrownBy(() -> run(outer, () -> current.onRollback(() -> ran.add("rollback hook"))))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(answer);

        assertThat(ran).containsExactly("ended, committed false", "rollback hook");
    }

    @Test
    @DisplayName("E3 a failing roll back doesn't hide the user's exception, and the thread is clean afterwards")
    void failingRollback() {
        SystemException failing = new SystemException("rollback");
        service.fail("rollback", failing);
        IllegalStateException failure = new IllegalStateException("user");

        Throwable thrown = catchThrowable(() -> run(outer, () -> {
            throw failure;
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(thrown.getSuppressed()).contains(failing);
        service.calls.clear();
        service.suspend();
    }

    @Test
    @DisplayName("a failed begin resumes what was suspended, and names the scope")
    void failedBeginResumes() throws Exception {
        service.begin();
        Object suspended = service.getTransaction();
        service.fail("begin", new SystemException("begin"));

        assertThatThrownBy(() -> run(own, () -> ran.add("body")))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("Payment.book")
                .hasCauseInstanceOf(SystemException.class);

        assertThat(ran).isEmpty();
        assertThat(service.getTransaction()).isSameAs(suspended);
        service.rollback();
    }

    @Test
    @DisplayName("a transaction that can't be joined by a synchronization is not left behind")
    void failedRegistration() {
        service.fail("register", new IllegalStateException("register"));

        assertThatThrownBy(() -> run(outer, () -> ran.add("body"))).hasMessage("register");

        assertThat(ran).isEmpty();
        assertThat(service.calls).contains("rollback");
    }

    @Test
    @DisplayName("a failing resume is suppressed on the user's exception")
    void failingResume() throws Exception {
        service.begin();
        IllegalStateException failing = new IllegalStateException("resume");
        service.fail("resume tx1", failing);
        IllegalStateException failure = new IllegalStateException("user");

        Throwable thrown = catchThrowable(() -> run(own, () -> {
            throw failure;
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(thrown.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed).hasCause(failing));
    }

    @Test
    @DisplayName("E2 a failed release is answered by an undo; the outer scope goes on")
    void failedRelease() {
        run(outer, () -> {
            follower.releaseFailure = new IllegalStateException("release");
            assertThatThrownBy(() -> run(inner, () -> {}))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasMessageContaining("outer > inner")
                    .cause()
                    .hasMessage("release");
            assertThat(current.isRollback()).isFalse();
        });

        assertThat(ran).containsExactly("released", "undone", "ended, committed true");
    }

    @Test
    @DisplayName("E1 E2 if the undo fails too, the outer scope is doomed, and can't be saved")
    void failedReleaseAndUndo() {
        assertThatThrownBy(() -> run(outer, () -> {
                    follower.releaseFailure = new IllegalStateException("release");
                    follower.undoFailure = new IllegalStateException("undo");
                    assertThatThrownBy(() -> run(inner, () -> {})).isInstanceOf(XactRolledBackException.class);
                    assertThat(current.isRollback()).isTrue();
                    assertThatThrownBy(() -> current.setRollback(false)).isInstanceOf(XactStateException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessage("undo");

        assertThat(ran).containsExactly("released", "undone", "ended, committed false");
    }

    @Test
    @DisplayName("E3 a failed undo is suppressed on the user's exception")
    void failedUndo() {
        IllegalStateException failure = new IllegalStateException("user");
        assertThatThrownBy(() -> run(outer, () -> {
                    follower.undoFailure = new IllegalStateException("undo");
                    Throwable thrown = catchThrowable(() -> run(inner, () -> {
                        throw failure;
                    }));
                    assertThat(thrown).isSameAs(failure);
                    assertThat(thrown.getSuppressed())
                            .singleElement()
                            .satisfies(suppressed -> assertThat(suppressed).hasMessage("undo"));
                }))
                .isInstanceOf(XactRolledBackException.class);
    }

    @Test
    @DisplayName("what can't be handed over before the commit fails the commit")
    void failedBeforeCompletion() {
        assertThatThrownBy(() -> run(outer, () -> {
                    run(inner, () -> {});
                    follower.beforeCompletionFailure = new IllegalStateException("before completion");
                }))
                .isInstanceOf(HeuristicOutcomeException.class)
                .hasRootCauseMessage("before completion");

        assertThat(service.calls).doesNotContain("commit");
    }

    @Test
    @DisplayName("a listener that fails after the end is logged, and changes nothing")
    void failedAfterCompletion() {
        run(outer, () -> {
            run(inner, () -> {});
            follower.afterCompletionFailure = new IllegalStateException("after completion");
        });

        assertThat(ran).containsExactly("released", "ended, committed true");
    }

    @Test
    @DisplayName("that failure is told, with its number")
    void failedAfterCompletionIsTold() {
        IllegalStateException failure = new IllegalStateException("after completion");
        follower.afterCompletionFailure = failure;
        try (LogLines lines = LogLines.from(Level.WARNING)) {
            run(outer, () -> run(inner, () -> {}));

            assertThat(lines.records()).singleElement().satisfies(line -> {
                assertThat(line.getMessage()).startsWith("XACT00153");
                assertThat(line.getThrown()).isSameAs(failure);
            });
        }
    }

    @Test
    @DisplayName("begin() that fails resumes what was suspended; if that fails too, it is suppressed")
    void failedBeginByHand() throws Exception {
        service.begin();
        Transaction suspended = Objects.requireNonNull(service.getTransaction());
        service.fail("begin", new SystemException("begin"));

        assertThatThrownBy(() -> engine.begin(own))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("Payment.book")
                .hasNoSuppressedExceptions();
        assertThat(service.getTransaction()).isSameAs(suspended);

        IllegalStateException failing = new IllegalStateException("resume");
        service.fail("resume tx1", failing);
        Throwable thrown = catchThrowable(() -> engine.begin(own));
        assertThat(thrown).hasMessageContaining("Payment.book");
        assertThat(thrown.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed).hasCause(failing));

        service.heal();
        service.resume(suspended);
        service.rollback();
    }

    @Test
    @DisplayName("closing out of order what can't be ended tells that too")
    void closedOutOfOrder() {
        SystemException failing = new SystemException("rollback");
        XactScope around = engine.begin(outer);
        engine.begin(own);
        service.fail("rollback", failing);

        assertThatThrownBy(around::close)
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("the reverse order of their beginning")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .satisfies(suppressed -> assertThat(suppressed).hasCause(failing)));

        service.heal();
        around.close();
    }

    @Test
    @DisplayName("where nobody would be told of a transaction's end, a hook is refused, and nothing of it is kept")
    void hookThatWouldNotBeCalled() throws Exception {
        service.begin();
        service.setRollbackOnly();
        service.fail("register", new IllegalStateException("marked"));

        assertThatThrownBy(() -> current.onRollback(() -> ran.add("hook")))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("marked for roll back");
        assertThat(ScopeStack.countOpen()).isZero();

        service.rollback();
        assertThat(ran).isEmpty();
    }

    @Test
    @DisplayName("a timeout in a transaction that somebody else began is ignored, with a warning")
    void timeoutIgnored() throws Exception {
        service.begin();
        try (LogLines lines = LogLines.from(Level.WARNING)) {
            run(inner, () -> {});
            assertThat(lines.texts()).isEmpty();

            run(
                    XactDefinition.builder("timed", "Payment.book")
                            .timeout(Duration.ofSeconds(7))
                            .build(),
                    () -> ran.add("body"));
            assertThat(lines.texts()).singleElement().asString().contains("Payment.book", "timeout");
        }
        service.rollback();

        assertThat(ran).contains("body");
    }

    @Test
    @DisplayName("dropping hooks that don't run at a roll back leaves the transaction on the thread")
    void droppedHooks() {
        run(outer, () -> {
            service.calls.clear();
            failing(() -> run(inner, () -> {
                current.onCommit(() -> ran.add("hook"));
                throw new IllegalStateException("user");
            }));
            assertThat(service.calls).isEmpty();
        });

        assertThat(ran).containsExactly("undone", "ended, committed true");
    }

    @Test
    @DisplayName("all problems of a definition come out at once, the second one suppressed on the first")
    void severalProblems() {
        assertThatThrownBy(() -> XactDefinition.builder("all wrong", "Payment.book")
                        .requiresNew(true)
                        .savepoint(false)
                        .retries(-1)
                        .build())
                .isInstanceOf(XactDefinitionException.class)
                .hasMessageContaining("requiresNew")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                XactDefinitionException.class,
                                second -> assertThat(second).hasMessageContaining("-1 retries")));
    }

    @Test
    @DisplayName("a timeout is set for the one begin, and taken back from the thread")
    void timeoutIsTakenBack() {
        run(
                XactDefinition.builder("timed", "a test")
                        .timeout(Duration.ofSeconds(7))
                        .build(),
                () -> {});

        assertThat(service.calls).containsSubsequence("timeout 7", "begin", "timeout 0");
        assertThatThrownBy(() -> XactDefinition.builder("timed", "a test")
                        .timeout(Duration.ofSeconds(1L + Integer.MAX_VALUE))
                        .build())
                .isInstanceOf(XactDefinitionException.class);
    }
}

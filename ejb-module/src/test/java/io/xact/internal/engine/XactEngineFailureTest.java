// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Block;
import io.xact.HeuristicOutcomeException;
import io.xact.HeuristicOutcomeException.Outcome;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the transaction service fails, nothing stays on the thread, and the first failure comes out. */
class XactEngineFailureTest {

    private final ScriptedTransactions service = new ScriptedTransactions();
    private final List<String> ran = new ArrayList<>();

    /** Follows the scopes, and fails to where it is told to. */
    private final class Follower implements ScopeListener {
        boolean failRelease;
        boolean failUndo;
        boolean failBeforeCompletion;
        boolean failAfterCompletion;

        @Override
        public void released(Mark mark) {
            ran.add("released");
            failIf(failRelease, "release");
        }

        @Override
        public void undone(Mark mark, boolean stays) {
            ran.add("undone");
            failIf(failUndo, "undo");
        }

        @Override
        public void beforeCompletion() {
            failIf(failBeforeCompletion, "before completion");
        }

        @Override
        public void afterCompletion(boolean committed) {
            ran.add("ended, committed " + committed);
            failIf(failAfterCompletion, "after completion");
        }

        private void failIf(boolean fail, String where) {
            if (fail) {
                throw new IllegalStateException(where);
            }
        }
    }

    private final Follower follower = new Follower();
    private final XactEngine engine = new XactEngine(
            new Transactions(service, service),
            new FailurePolicy(false, failure -> false, failure -> false, failure -> false, time -> {}),
            stack -> follower);
    private final CurrentScope current = new CurrentScope(engine);
    private final XactDefinition outer =
            XactDefinition.builder("outer", "a test").build();
    private final XactDefinition inner =
            XactDefinition.builder("inner", "a test").build();

    private <X extends Throwable> void run(XactDefinition definition, Block<X> block) throws X {
        engine.<Boolean, X>call(definition, () -> {
            block.run();
            return true;
        });
    }

    @AfterEach
    void nothingStaysOnTheThread() {
        assertThat(service.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(ScopeStack.countOpen())
                .as("stacks that nobody will find again")
                .isZero();
    }

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

        assertThat(ran).isEmpty();
    }

    @Test
    @DisplayName("E4 a refused commit is a roll back with its cause, and rollback hooks run")
    void refusedCommit() {
        RollbackException answer = new RollbackException();
        service.fail("commit", answer);

        assertThatThrownBy(() -> run(outer, () -> current.onRollback(() -> ran.add("rollback hook"))))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(answer);

        assertThat(ran).containsExactly("rollback hook");
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
        XactDefinition own =
                XactDefinition.builder("own", "Payment.book").requiresNew(true).build();

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
        XactDefinition own =
                XactDefinition.builder("own", "a test").requiresNew(true).build();

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
            follower.failRelease = true;
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
                    follower.failRelease = true;
                    follower.failUndo = true;
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
                    follower.failUndo = true;
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
                    follower.failBeforeCompletion = true;
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
            follower.failAfterCompletion = true;
        });

        assertThat(ran).containsExactly("released", "ended, committed true");
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

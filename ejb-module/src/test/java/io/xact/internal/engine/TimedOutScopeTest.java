// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import io.xact.XactTimeoutException;
import jakarta.transaction.RollbackException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A transaction that its timeout ended under a scope that still runs. */
class TimedOutScopeTest extends ScriptedEngineTest {

    @Test
    @DisplayName("Q3 savepoints by hand are of no use any more, and say that it was the timeout")
    void savepointsByHand() {
        assertThatThrownBy(() -> run(outer, () -> {
                    XactSavepoint savepoint = current.savepoint();
                    service.timeOut();
                    assertThatThrownBy(() -> current.rollbackTo(savepoint))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasCauseInstanceOf(XactTimeoutException.class);
                    assertThatThrownBy(() -> current.release(savepoint))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasCauseInstanceOf(XactTimeoutException.class);
                    scope().fail(new IllegalStateException("user"));
                }))
                .isInstanceOf(XactTimeoutException.class);

        assertThat(ran).containsExactly("ended, committed false");
    }

    @Test
    @DisplayName("E3 if what timed out can't be taken off the thread, that is suppressed on the user's exception")
    void cannotBeDetached() {
        IllegalStateException failure = new IllegalStateException("user");
        IllegalStateException failing = new IllegalStateException("suspend");

        Throwable thrown = catchThrowable(() -> run(outer, () -> {
            service.timeOut();
            service.fail("suspend tx1", failing);
            throw failure;
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(thrown.getSuppressed())
                .hasSize(2)
                .hasAtLeastOneElementOfType(XactTimeoutException.class)
                .contains(failing);
        service.heal();
        service.suspend();
    }

    @Test
    @DisplayName("Q3 a commit that is refused when the scope's own timeout has passed is told as a timeout")
    void commitAfterTheTimeout() {
        RollbackException answer = new RollbackException();
        service.fail("commit", answer);
        Duration timeout = Duration.ofSeconds(1);
        XactDefinition timed =
                XactDefinition.builder("timed", "a test").timeout(timeout).build();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> run(timed, () -> await().until(() -> System.nanoTime() - begun > timeout.toNanos())))
                .isInstanceOf(XactTimeoutException.class)
                .hasCause(answer);
    }

    @Test
    @DisplayName("Q3 before that it is told as a roll back")
    void commitBeforeTheTimeout() {
        service.fail("commit", new RollbackException());
        XactDefinition timed = XactDefinition.builder("timed", "a test")
                .timeout(Duration.ofHours(1))
                .build();

        assertThatThrownBy(() -> run(timed, () -> {})).isInstanceOf(XactRolledBackException.class);
    }

    @Test
    @DisplayName("G2 a scope whose transaction was suspended is rolled back; if that fails too, both are told")
    void suspendedInside() {
        IllegalStateException failing = new IllegalStateException("rollback");
        service.fail("rollback tx1", failing);

        assertThatThrownBy(() -> run(outer, () -> {
                    service.suspend();
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("outer ended in another transaction state")
                .hasSuppressedException(failing);
    }
}

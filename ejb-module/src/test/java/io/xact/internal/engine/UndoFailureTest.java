// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import jakarta.transaction.Status;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a nested scope that can't be undone alone tells those around it. */
class UndoFailureTest extends ScriptedEngineTest {

    private final IllegalStateException first = new IllegalStateException("first");

    /** Fails in a nested scope, where that can't be undone, and says why the outer one could not be kept. */
    private Throwable reasonAfterFailedUndo(RuntimeException undoFailure) {
        follower.undoFailure = undoFailure;
        Throwable thrown = catchThrowable(() -> run(
                outer,
                () -> failing(() -> run(inner, () -> {
                    scope().fail(first);
                }))));
        assertThat(thrown).isInstanceOf(XactRolledBackException.class);
        return Objects.requireNonNull(thrown.getCause(), "cause");
    }

    @Test
    @DisplayName("E6 where a database could not undo, the failure that made it necessary is the reason")
    void databaseFailed() {
        IllegalStateException undoFailure = new IllegalStateException("no such savepoint");

        assertThat(reasonAfterFailedUndo(undoFailure)).isSameAs(first);
        assertThat(first.getSuppressed()).containsExactly(undoFailure);
    }

    @Test
    @DisplayName("S7 where work can't be undone alone, that is the reason, with the failure that made it necessary")
    void notUndoableAlone() {
        XactStateException undoFailure = new XactStateException("not guarded");

        assertThat(reasonAfterFailedUndo(undoFailure)).isSameAs(undoFailure);
        assertThat(undoFailure.getSuppressed()).contains(first);
    }

    @Test
    @DisplayName("every listener is told of an undo, and the second failure is suppressed on the first")
    void twoFail() {
        IllegalStateException second = new IllegalStateException("second");
        IllegalStateException undoFailure = new IllegalStateException("undo");
        follower.undoFailure = undoFailure;

        Throwable thrown = catchThrowable(() -> run(
                outer,
                () -> failing(() -> run(inner, () -> {
                    scope().stack().listener(this, stack -> new ScopeListener() {
                        @Override
                        public void undone(Mark mark, boolean stays) {
                            throw second;
                        }
                    });
                    throw first;
                }))));

        assertThat(first.getSuppressed()).containsExactly(second);
        assertThat(second.getSuppressed()).containsExactly(undoFailure);
        assertThat(thrown).hasCause(second);
    }

    @Test
    @DisplayName("where the transaction was marked for a nested scope's failure, the outer edge names that failure")
    void markedForIt() {
        assertThatThrownBy(() -> run(
                        outer,
                        () -> failing(() -> run(inner, () -> {
                            scope().fail(first);
                            service.setRollbackOnly();
                        }))))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(first);
    }

    @Test
    @DisplayName("where it was marked and the nested scope had not failed, nothing is made up")
    void markedForSomethingElse() {
        run(
                outer,
                () -> run(inner, () -> {
                    service.setRollbackOnly();
                    throw new Rollback();
                }));

        assertThat(ran).containsExactly("ended, committed true"); // by this service, which ignores its mark
    }

    @Test
    @DisplayName(
            "S7 in a foreign transaction, what can't be undone alone marks the transaction, and later scopes know why")
    void foreign() throws Exception {
        service.begin();
        follower.undoFailure = new IllegalStateException("undo");
        failing(() -> run(inner, () -> scope().fail(first)));

        assertThat(service.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatThrownBy(() -> run(inner, () -> scope().requireUsable()))
                .isInstanceOf(BrokenScopeException.class)
                .hasCause(first);
        service.rollback();
    }

    @Test
    @DisplayName("a savepoint by hand that can't be released dooms its scope, and says where")
    void releaseByHand() {
        follower.releaseFailure = new IllegalStateException("release");

        assertThatThrownBy(() -> run(outer, () -> {
                    XactSavepoint savepoint = current.savepoint();
                    assertThat(savepoint).hasToString("savepoint in outer");
                    assertThatThrownBy(() -> current.release(savepoint))
                            .isInstanceOf(XactRolledBackException.class)
                            .hasCause(follower.releaseFailure);
                    assertThat(current.isRollback()).isTrue();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(follower.releaseFailure);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of merged scopes: the savepoints taken in them by hand, and what a foreign transaction learns. */
class MergedScopeTest extends ScriptedEngineTest {

    private final IllegalStateException failure = new IllegalStateException("user");

    private void assertNoMarkIsOpen() {
        assertThat(scope().stack().openMarks()).isEmpty();
    }

    @Test
    @DisplayName("savepoints taken in a merged scope are released when it ends well")
    void savepointsAreReleased() {
        run(outer, () -> {
            run(merged, current::savepoint);
            assertNoMarkIsOpen();
        });

        assertThat(ran).containsExactly("released", "ended, committed true");
    }

    @Test
    @DisplayName("E1 a merged scope whose savepoints can't be released is doomed, and says so")
    void savepointsCannotBeReleased() {
        follower.releaseFailure = new IllegalStateException("release");

        assertThatThrownBy(() -> run(outer, () -> {
                    assertThatThrownBy(() -> run(merged, current::savepoint))
                            .isInstanceOf(XactRolledBackException.class)
                            .hasMessageContaining("outer > merged")
                            .cause()
                            .hasMessage("release");
                    assertThat(current.isRollback()).isTrue();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessage("release");
    }

    @Test
    @DisplayName("savepoints taken in a merged scope end with it, also if it is doomed, throws, or is closed by hand")
    void savepointsEnd() {
        run(outer, () -> {
            run(merged, () -> {
                current.savepoint();
                current.setRollback(true);
            });
            assertNoMarkIsOpen();
            current.setRollback(false);

            failing(() -> run(merged, () -> {
                current.savepoint();
                throw failure;
            }));
            assertNoMarkIsOpen();
            current.setRollback(false);

            try (var scope = engine.begin(merged)) {
                assertThat(scope).isNotNull();
                current.savepoint();
            }
            assertNoMarkIsOpen();
            current.setRollback(false);
        });

        assertThat(ran).containsExactly("ended, committed true");
    }

    @Test
    @DisplayName("E3 a merged scope left by an exception after its transaction was replaced suppresses that on it")
    void replacedInside() throws Exception {
        service.begin();
        Throwable thrown = catchThrowable(() -> run(merged, () -> {
            service.rollback();
            throw failure;
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(thrown.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        XactStateException.class,
                        replaced -> assertThat(replaced).hasMessageContaining("(now: none)"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "B2 directly in a foreign transaction, scopes behind a failed one are refused statements with its failure")
    void foreignTransactionLearnsWhy(boolean isSilent) throws Exception {
        XactEngine that = engine(isSilent);
        service.begin();
        failing(() -> run(that, merged, () -> {
            throw failure;
        }));

        assertThatThrownBy(() -> run(that, inner, () -> {
                    Scope scope = Objects.requireNonNull(that.current(), "scope");
                    scope.requireUsable();
                }))
                .isInstanceOf(BrokenScopeException.class)
                .hasCause(failure);

        service.rollback();
    }

    @Test
    @DisplayName("B2 directly in a foreign transaction, a merged scope that swallowed a failure says so at its edge")
    void swallowedFailure() throws Exception {
        service.begin();
        assertThatThrownBy(() -> run(merged, () -> scope().fail(failure)))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(failure);
        service.rollback();
    }

    @Test
    @DisplayName("B2 inside a scope of ours that scope says so, and the merged one is silent")
    void swallowedFailureInside() {
        assertThatThrownBy(() -> run(outer, () -> {
                    run(merged, () -> scope().fail(failure));
                    ran.add("behind");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(failure);

        assertThat(ran).startsWith("behind");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.support.LogLines;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Handlers outside the thread's transaction, and what they, and others, leave open. */
class OutsideTest extends ScriptedEngineTest {

    /** Whoever has called the library, whose package the test is in. */
    private static final String HERE = "opened at ";

    @Test
    @DisplayName("L3 a handler outside has no transaction; the suspended one is there again afterwards, scope and all")
    void outside() {
        run(outer, () -> {
            Object key = service.getTransactionKey();
            try (Outside outside = engine.standAside("a handler")) {
                assertThat(outside).isNotNull();
                assertThat(engine.hasTransaction()).isFalse();
                assertThat(engine.current()).isNull();
            }
            assertThat(engine.hasTransaction()).isTrue();
            assertThat(service.getTransactionKey()).isEqualTo(key);
            assertThat(scope().depth()).isEqualTo(1);
        });

        assertThat(service.calls).endsWith("commit");
    }

    @Test
    @DisplayName("where none is, nothing is suspended or resumed")
    void outsideNothing() {
        engine.standAside("a handler").close();

        assertThat(service.calls).noneMatch(call -> call.startsWith("resume"));
    }

    @Test
    @DisplayName(
            "L19 a transaction that it leaves open is rolled back and reported, and the suspended one resumed all the same")
    void leftOpen() {
        run(outer, () -> {
            Outside outside = engine.standAside("a handler");
            service.begin();

            assertThatThrownBy(outside::close)
                    .isInstanceOf(XactStateException.class)
                    .hasMessageContaining("XACT00128")
                    .hasMessageContaining("a handler");
            assertThat(scope().path()).isEqualTo("outer");
        });

        assertThat(service.calls).contains("rollback").endsWith("commit");
    }

    @Test
    @DisplayName("L19 if that fails, it is off the thread, and the failure is suppressed on the report")
    void leftOpenAndStuck() {
        run(outer, () -> {
            Outside outside = engine.standAside("a handler");
            service.begin();
            SystemException stuck = new SystemException("stuck");
            service.fail("rollback", stuck);

            assertThatThrownBy(outside::close).hasMessageContaining("XACT00128").hasSuppressedException(stuck);
            assertThat(scope().path()).isEqualTo("outer");
        });
    }

    @Test
    @DisplayName("S8 scopes that it leaves open are rolled back, the innermost is reported with its place")
    void scopesLeftOpen() {
        run(outer, () -> {
            Outside outside = engine.standAside("a handler");
            engine.begin(XactDefinition.builder("forgotten", "a test").build());
            engine.begin(inner);

            assertThatThrownBy(outside::close)
                    .isInstanceOf(XactStateException.class)
                    .hasMessageContaining("XACT00125")
                    .hasMessageContaining("forgotten > inner")
                    .hasMessageContaining(HERE);
        });

        assertThat(service.calls).contains("rollback").endsWith("commit");
    }

    @Test
    @DisplayName("where nothing was left open there is nothing to report")
    void nothingLeftOpen() {
        assertThat(engine.endLeftOpen("a handler")).isNull();
    }

    @Test
    @DisplayName("S8 a scope whose roll back fails is reported with its place, and is off the thread")
    void scopeLeftOpenAndStuck() {
        engine.begin(outer);
        SystemException stuck = new SystemException("stuck");
        service.fail("rollback", stuck);

        assertThat(engine.endLeftOpen("a handler"))
                .isNotNull()
                .hasMessageContaining(HERE)
                .satisfies(
                        report -> assertThat(report.getSuppressed()).anyMatch(failure -> failure.getCause() == stuck));
    }

    @Test
    @DisplayName("S8 a scope that somebody cleans up behind is reported with its place, and not kept in memory")
    void cleanedUpBehind() {
        try (LogLines log = LogLines.from(Level.INFO)) {
            engine.begin(outer);
            service.rollback();

            assertThat(log.texts()).singleElement().asString().contains("XACT00156", "outer", HERE, "rolled back");
        }
        assertThat(ScopeStack.countOpen()).isZero();
    }

    @Test
    @DisplayName("S8 a timeout comes on another thread, and says nothing: the scope may be ended still")
    void timedOut() {
        try (LogLines log = LogLines.from(Level.INFO)) {
            XactScope scope = engine.begin(outer);
            service.timeOut();

            assertThat(log.texts()).isEmpty();
            scope.close();
        }
        assertThat(service.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }
}

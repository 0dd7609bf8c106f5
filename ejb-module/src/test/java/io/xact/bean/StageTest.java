// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scopes whose result is a {@link CompletionStage}: never committed before that has ended. */
@EveryProduct
class StageTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    StageTest(Product product) {
        super(product);
    }

    private CompletionStage<String> insertAnd(CompletionStage<String> result) throws SQLException {
        insert("a");
        xacts.onCommit(() -> ran.add("commit"));
        xacts.onRollback(() -> ran.add("rollback"));
        return result;
    }

    /** AssertJ would look into a stage. */
    private static void assertSame(Object result, Object stage) {
        assertThat(result == stage).as("the stage is the result").isTrue();
    }

    /** A stage that can't be asked. */
    private static final class Opaque extends CompletableFuture<String> {
        @Override
        public CompletableFuture<String> toCompletableFuture() {
            throw new UnsupportedOperationException();
        }
    }

    static Stream<CompletionStage<String>> notDone() {
        Opaque opaque = new Opaque();
        opaque.complete("done, but who knows");
        return Stream.of(underWay(), underWay().minimalCompletionStage(), opaque);
    }

    /** It ends some time, so that a scope that waits for it is a failure, and not the end of all tests. */
    private static CompletableFuture<String> underWay() {
        return new CompletableFuture<String>().orTimeout(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("notDone")
    @DisplayName("Q12 one that is not done, or can't tell, is refused, and the scope is rolled back")
    void notDoneIsRefused(CompletionStage<String> stage) {
        for (Form form : Form.values()) {
            ran.clear();
            assertThatThrownBy(() -> form.in(surroundings()).call(() -> insertAnd(stage)))
                    .as("by %s", form)
                    .isInstanceOf(XactStateException.class)
                    .hasMessageContaining("CompletionStage");
            assertThat(ran).containsExactly("rollback");
        }

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("Q12 one that is done is the result, and the scope is kept")
    void doneIsKept(Form form) throws SQLException {
        CompletionStage<String> stage = CompletableFuture.completedStage("done");
        assertSame(form.in(surroundings()).call(() -> insertAnd(stage)), stage);

        assertThat(ran).containsExactly("commit");
        assertThat(rows()).containsExactly("a");
    }

    static Stream<CompletionStage<String>> failed() {
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        return Stream.of(
                CompletableFuture.failedFuture(new IllegalStateException("failed")),
                CompletableFuture.failedStage(new IOException("failed")),
                cancelled);
    }

    @ParameterizedTest
    @MethodSource("failed")
    @DisplayName("Q12 one that has failed rolls the scope back, and is still the result")
    void failedIsRolledBack(CompletionStage<String> stage) throws SQLException {
        for (Form form : Form.values()) {
            ran.clear();
            assertSame(form.in(surroundings()).call(() -> insertAnd(stage)), stage);
            assertThat(ran).as("by %s", form).containsExactly("rollback");
        }

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q12 nested, a failed one undoes its scope alone; one with a Rollback does as well")
    void nested() throws SQLException {
        CompletionStage<String> failed = CompletableFuture.failedStage(new IllegalStateException("failed"));
        CompletionStage<String> rollback = CompletableFuture.failedStage(new Rollback());
        xacts.run(() -> {
            insert("outer");
            assertSame(xacts.call(() -> insertAnd(failed)), failed);
            assertSame(xacts.call(() -> insertAnd(rollback)), rollback);
            assertThat(xacts.isRollback()).isFalse();
        });

        assertThat(ran).containsExactly("rollback", "rollback");
        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("Q12 merged, a failed one dooms the scope around it")
    void merged() {
        CompletionStage<String> failed = CompletableFuture.failedStage(new IllegalStateException("failed"));
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    assertSame(xacts.with().savepoint(false).call(() -> failed), failed);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasRootCauseMessage("failed");

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q12 one that failed with a listed exception lets the scope commit")
    void listed() throws SQLException {
        CompletionStage<String> failed = CompletableFuture.failedStage(new IOException("listed"));
        assertSame(xacts.with().dontRollbackOn(IOException.class).call(() -> insertAnd(failed)), failed);

        assertThat(ran).containsExactly("commit");
        assertThat(rows()).containsExactly("a");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.Rollback;
import io.xact.XactCommittedException;
import io.xact.XactRolledBackException;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An outermost scope by hand. */
@EveryProduct
class ByHandTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    ByHandTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("commit keeps the work, and hooks run before it returns")
    void commitKeeps() throws SQLException {
        try (XactScope scope = xacts.begin()) {
            assertThat(xacts.depth()).isEqualTo(1);
            insert("a");
            xacts.onCommit(() -> ran.add("seen " + rows() + ", depth " + xacts.depth()));
            assertThat(rows()).isEmpty();
            scope.commit();
            assertThat(xacts.depth()).isZero();
        }

        assertThat(ran).containsExactly("seen [a], depth 0");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("left without commit, it is rolled back in silence, and rollback hooks run")
    void closeRollsBack() throws SQLException {
        try (XactScope scope = xacts.begin()) {
            assertThat(scope).isNotNull();
            insert("a");
            xacts.onCommit(() -> ran.add("commit"));
            xacts.onRollback(() -> ran.add("rollback"));
        }

        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("an exception that leaves the try comes out as it is; a Rollback is an ordinary one here")
    void exceptionComesOut() {
        for (RuntimeException failure : List.of(new IllegalStateException("body"), new Rollback())) {
            Throwable thrown = catchThrowable(() -> {
                try (XactScope scope = xacts.begin()) {
                    insert("a");
                    ran.add(scope == null ? "none" : "body");
                    throw failure;
                }
            });
            assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
        }

        assertThat(ran).containsExactly("body", "body");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("fail names the cause: statements are refused with it, and commit raises it")
    void failNamesTheCause() throws SQLException {
        IOException cause = new IOException("cause");
        try (XactScope scope = xacts.begin()) {
            insert("a");
            scope.fail(cause);
            assertThat(xacts.isRollback()).isTrue();
            assertThatThrownBy(() -> insert("refused"))
                    .isInstanceOf(BrokenScopeException.class)
                    .hasCause(cause);
            assertThatThrownBy(scope::commit)
                    .isInstanceOf(XactRolledBackException.class)
                    .hasCause(cause);
            assertThat(xacts.depth()).as("ended all the same").isZero();
        }

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a failed scope that is only closed is rolled back in silence; the first cause is the one that counts")
    void failedAndClosed() throws SQLException {
        IOException first = new IOException("first");
        try (XactScope scope = xacts.begin()) {
            insert("a");
            scope.fail(first);
        }
        try (XactScope scope = xacts.begin()) {
            scope.fail(first);
            scope.fail(new IOException("second"));
            assertThatThrownBy(scope::commit).hasCause(first);
        }

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("what dooms it comes out of commit: a failed statement that was caught; a wish is silent")
    void doomedCommit() throws SQLException {
        try (XactScope scope = xacts.begin()) {
            insert("a");
            assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
            assertThatThrownBy(scope::commit)
                    .isInstanceOf(XactRolledBackException.class)
                    .hasCauseInstanceOf(SQLException.class);
        }
        try (XactScope scope = xacts.begin()) {
            insert("a");
            xacts.setRollback(true);
            scope.commit();
        }

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a failing hook comes out of commit, and says that the data is committed")
    void failingHook() throws SQLException {
        IllegalStateException failure = new IllegalStateException("hook");
        try (XactScope scope = xacts.begin()) {
            insert("a");
            xacts.onCommit(() -> {
                throw failure;
            });
            Throwable thrown = catchThrowable(scope::commit);
            assertThat(thrown).isSameAs(failure);
            assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(XactCommittedException.class);
        }

        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("once ended it refuses commit and fail, and close does nothing more")
    void ended() throws SQLException {
        XactScope committed = xacts.begin();
        insert("a");
        committed.commit();
        assertEnded(committed);
        XactScope closed = xacts.with().named("closed").begin();
        closed.close();
        assertEnded(closed);

        assertThat(rows()).containsExactly("a");
    }

    private static void assertEnded(XactScope scope) {
        assertThatThrownBy(scope::commit)
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("ByHandTest.java:");
        assertThatThrownBy(() -> scope.fail(new IOException())).isInstanceOf(XactStateException.class);
        scope.close();
    }
}

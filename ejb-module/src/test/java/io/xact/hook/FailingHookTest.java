// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.XactCommittedException;
import io.xact.support.EveryProduct;
import io.xact.support.LogLines;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hook's failure comes too late to undo anything. */
@EveryProduct
class FailingHookTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    FailingHookTest(Product product) {
        super(product);
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("hook"), new AssertionError("hook"));
    }

    private static void raise(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @ParameterizedTest
    @MethodSource("failures")
    @DisplayName("I18 it comes out as it is, those behind it are dropped, the data stays committed, the next is clean")
    void comesOut(Throwable failure) throws SQLException {
        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insert("a");
            xacts.onCommit(() -> ran.add("before"));
            xacts.onCommit(() -> raise(failure));
            xacts.onCommit(() -> ran.add("behind"));
            xacts.onCommitRobust(() -> ran.add("robust behind"));
            xacts.onRollback(() -> ran.add("rollback"));
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(XactCommittedException.class);
        assertThat(ran).containsExactly("before");
        xacts.run(() -> insert("next"));
        assertThat(ran).containsExactly("before");
        assertThat(rows()).containsExactly("a", "next");
    }

    @Test
    @DisplayName("I18 out of a requiresNew scope it leaves the outer scope as it was, which goes on if it is caught")
    void outOfRequiresNew() throws SQLException {
        IllegalStateException failure = new IllegalStateException("hook");
        xacts.run(() -> {
            insert("outer");
            assertThat(catchThrowable(() -> xacts.with().requiresNew(true).run(() -> {
                        insert("own");
                        xacts.onCommit(() -> raise(failure));
                    })))
                    .isSameAs(failure);
            assertThat(xacts.isRollback()).isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer", "own");
    }

    @Test
    @DisplayName("I18 with a foreign owner it is logged, and those behind it are dropped; the owner's commit returns")
    void withForeignOwner() throws Exception {
        IllegalStateException failure = new IllegalStateException("hook");
        try (LogLines lines = LogLines.from(Level.INFO)) {
            Surroundings.transactionManager().begin();
            insert("owner");
            xacts.onCommit(() -> ran.add("before"));
            xacts.onCommit(() -> raise(failure));
            xacts.onCommit(() -> ran.add("behind"));
            Surroundings.transactionManager().commit();

            assertThat(lines.records())
                    .singleElement()
                    .satisfies(line -> assertThat(line.getThrown()).isSameAs(failure));
        }
        assertThat(ran).containsExactly("before");
        assertThat(rows()).containsExactly("owner");
    }
}

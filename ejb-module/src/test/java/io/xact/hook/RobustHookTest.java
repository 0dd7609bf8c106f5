// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.support.EveryProduct;
import io.xact.support.LogLines;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A robust hook's failure is logged, with a name to look for. */
@EveryProduct
class RobustHookTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();
    private final IllegalStateException failure = new IllegalStateException("robust");

    RobustHookTest(Product product) {
        super(product);
    }

    /** A hook with a name of its own. */
    private final class SendMail implements Runnable {
        @Override
        public void run() {
            fail();
        }
    }

    private void fail() {
        ran.add("robust");
        throw failure;
    }

    private void assertNames(LogRecord line, String... parts) {
        assertThat(line.getLevel().intValue()).as("ERROR").isGreaterThanOrEqualTo(Level.SEVERE.intValue());
        assertThat(line.getThrown()).as("with its stack trace").isSameAs(failure);
        assertThat(line.getMessage()).contains(parts).doesNotContain("$$Lambda");
    }

    @Test
    @DisplayName("I2 where no transaction is, its failure is logged with its stack trace and name, and not thrown")
    void loggedWithoutTransaction() {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            xacts.onCommitRobust(new SendMail());

            assertThat(ran).containsExactly("robust");
            assertThat(lines.records()).singleElement().satisfies(line -> assertNames(line, "SendMail"));
        }
    }

    @Test
    @DisplayName("I3 a lambda or a method reference is named by the class that it stands in")
    void lambdaIsNamed() {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            xacts.onCommitRobust(() -> fail());
            xacts.onCommitRobust(this::fail);

            assertThat(lines.records())
                    .hasSize(2)
                    .allSatisfy(
                            line -> assertNames(line, RobustHookTest.class.getName(), "lambda or method reference"));
        }
    }

    @Test
    @DisplayName("I4 I5 at the commit a failing robust hook is logged by its name, and the hooks behind it run")
    void loggedAtTheCommit() throws SQLException {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            xacts.run(() -> {
                insert("a");
                xacts.onCommitRobust(new SendMail());
                xacts.onCommitRobust(this::fail);
                xacts.onCommit(() -> ran.add("next"));
                xacts.onCommitRobust(() -> ran.add("last"));
            });

            assertThat(ran).containsExactly("robust", "robust", "next", "last");
            assertThat(lines.records())
                    .satisfiesExactly(
                            named -> assertNames(named, "SendMail"),
                            unnamed -> assertNames(unnamed, RobustHookTest.class.getName(), "method reference"));
        }
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("I4 an Error is not logged away: it comes out")
    void errorComesOut() throws SQLException {
        AssertionError error = new AssertionError("robust");
        assertThat(catchThrowable(() -> xacts.run(() -> {
                    insert("a");
                    xacts.onCommitRobust(() -> {
                        throw error;
                    });
                })))
                .isSameAs(error);

        assertThat(rows()).containsExactly("a");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactTimeoutException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a transaction's timeout does to its scopes; the reaper is Narayana's own. */
@EveryProduct
class TimeoutTest extends ScopeTest {

    TimeoutTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("Q3 after a timeout statements are refused, the edge names the timeout, and hooks are dropped")
    void timesOut() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.with().timeout(Duration.ofSeconds(1)).run(() -> {
                    insert("a");
                    xacts.onCommit(() -> ran.add("commit"));
                    xacts.onRollback(() -> ran.add("rollback"));
                    Timeouts.await();
                    assertThatThrownBy(() -> insert("b"))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasCauseInstanceOf(XactTimeoutException.class);
                }))
                .isInstanceOf(XactTimeoutException.class);

        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q3 a statement on a connection from before the timeout is refused with its cause, nested too")
    void statementAfterTimeout() {
        assertThatThrownBy(() -> xacts.with().timeout(Duration.ofSeconds(1)).run(() -> {
                    try (var connection = items.orders().getConnection();
                            var statement = connection.createStatement()) {
                        statement.executeUpdate("INSERT INTO item VALUES ('a')");
                        Timeouts.await();
                        xacts.run(
                                () -> assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO item VALUES ('b')"))
                                        .isInstanceOf(BrokenScopeException.class)
                                        .hasCauseInstanceOf(XactTimeoutException.class));
                    }
                }))
                .isInstanceOf(XactTimeoutException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q3 an exception that leaves a timed out scope comes out as it is, and tells of the timeout")
    void userExceptionWins() {
        IllegalStateException failure = new IllegalStateException("user");
        assertThatThrownBy(() -> xacts.with().timeout(Duration.ofSeconds(1)).run(() -> {
                    insert("a");
                    Timeouts.await();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(XactTimeoutException.class);
        assertThat(rows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real deadlocks: two transactions that lock the same rows, in opposite order. */
@EveryProduct
class DeadlockTest extends ScopeTest {

    private final Rivals rivals = new Rivals();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    DeadlockTest(Product product) {
        super(product);
    }

    @BeforeEach
    void insertRows() throws SQLException {
        insert("0");
        insert("1");
    }

    private void lock(int row) throws SQLException {
        Items.execute(items.orders(), "UPDATE item SET name = name WHERE name = '" + row + "'");
    }

    private void lockBoth(Rivals.Rival rival) throws Exception {
        lock(rival.begin());
        rival.meet();
        lock(1 - rival.begin());
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R1 R2 R6 the victim is tried again, both commit in the end, and no hook of a failed attempt runs")
    void victimIsTriedAgain(Retrying retrying) throws Exception {
        rivals.run(attempt -> retrying.<Exception>run(surroundings(), attempt::run), rival -> {
            insert("done by " + rival.number);
            xacts.onCommit(() -> ran.add("commit"));
            lockBoth(rival);
        });

        assertThat(rivals.attempts()).as("attempts of both").isGreaterThanOrEqualTo(3);
        assertThat(ran).hasSize(2);
        assertThat(rows()).containsExactly("0", "1", "done by 0", "done by 1");
    }

    @Test
    @DisplayName("R1 also where the deadlock is met in a nested scope that lets it out")
    void inNestedScope() throws Exception {
        rivals.run(attempt -> xacts.with().retries(Retrying.RETRIES).<Exception>run(attempt::run), rival -> {
            insert("done by " + rival.number);
            xacts.run(() -> lockBoth(rival));
        });

        assertThat(rivals.attempts()).as("attempts of both").isGreaterThanOrEqualTo(3);
        assertThat(rows()).containsExactly("0", "1", "done by 0", "done by 1");
    }

    @Test
    @DisplayName("E6 without retries it is the deadlock that comes out of the outermost scope, and all of it is gone")
    void deadlockComesOut() throws Exception {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        rivals.run(
                attempt -> {
                    Throwable thrown = catchThrowable(() -> xacts.run(attempt::run));
                    if (thrown != null) {
                        failures.add(thrown);
                    }
                },
                rival -> {
                    insert("done by " + rival.number);
                    xacts.run(() -> lockBoth(rival));
                });

        assertThat(failures)
                .singleElement()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        deadlock -> assertThat(List.of("40001", "40P01")).contains(deadlock.getSQLState()));
        assertThat(rows()).hasSize(3).startsWith("0", "1").last().asString().startsWith("done by");
    }
}

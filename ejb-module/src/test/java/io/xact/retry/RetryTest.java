// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When an outermost scope is tried again, and how often. */
@EveryProduct
class RetryTest extends ScopeTest {

    private final List<Object> attempts = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();

    RetryTest(Product product) {
        super(product);
    }

    /** An attempt that writes, and fails unless it is the one that is to succeed. */
    private void attempt(int succeeding, Exception failure) throws Exception {
        attempts.add(Surroundings.transactionManager().getTransaction());
        int number = attempts.size();
        assertThat(xacts.depth()).isEqualTo(1);
        insert("attempt " + number);
        xacts.onCommit(() -> ran.add("commit " + number));
        xacts.onRollback(() -> ran.add("rollback " + number));
        if (number != succeeding) {
            throw failure;
        }
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName(
            "R1 R6 it runs again as a whole, each time in a new transaction; of failed attempts nothing is left, no hook")
    void runsAgainAsAWhole(Retrying retrying) throws Exception {
        retrying.run(surroundings(), () -> attempt(3, new PassingException()));

        assertThat(attempts).hasSize(3).doesNotHaveDuplicates();
        assertThat(ran).containsExactly("rollback 1", "rollback 2", "commit 3");
        assertThat(rows()).containsExactly("attempt 3");
    }

    static Stream<Exception> passing() {
        SQLException next = new SQLException("first", "HY000");
        next.setNextException(new PassingException());
        IllegalStateException suppressing = new IllegalStateException("outer");
        suppressing.addSuppressed(new PassingException());
        return Stream.of(
                new PassingException(),
                new SQLException("deadlock detected", "40P01"),
                new SQLException("concurrent update", "90131"),
                new IllegalStateException(new IOException(new PassingException())),
                suppressing,
                next);
    }

    @ParameterizedTest
    @MethodSource("passing")
    @DisplayName("R2 serialization failures and deadlocks are tried again, however deep in an exception they are")
    void passingFailures(Exception failure) throws Exception {
        xacts.with().retries(1).run(() -> attempt(2, failure));

        assertThat(rows()).containsExactly("attempt 2");
    }

    static Stream<Exception> others() {
        return Stream.of(
                new SQLException("unique key", "23505"),
                new SQLException("lost", "08006"),
                new SQLException("no state"),
                new IllegalStateException("code"),
                new IOException("checked"));
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("R2 R4 any other exception comes out at once")
    void otherFailures(Exception failure) {
        for (Retrying retrying : Retrying.values()) {
            attempts.clear();
            assertThat(catchThrowable(() -> retrying.run(surroundings(), () -> attempt(0, failure))))
                    .isSameAs(failure);
            assertThat(attempts).as("by %s", retrying).hasSize(1);
        }

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R3 n retries are n + 1 attempts, the last one's failure comes out, and each call counts anew")
    void countsAttempts(Retrying retrying) {
        for (int call = 0; call < 2; call++) {
            attempts.clear();
            PassingException failure = new PassingException();
            assertThat(catchThrowable(() -> retrying.run(surroundings(), () -> attempt(0, failure))))
                    .isSameAs(failure);
            assertThat(attempts).hasSize(1 + Retrying.RETRIES);
        }

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("R3 without retries there is one attempt, and after the one that succeeds there is no other")
    void noneTooMany() throws Exception {
        PassingException failure = new PassingException();
        assertThat(catchThrowable(() -> xacts.run(() -> attempt(0, failure)))).isSameAs(failure);
        assertThat(attempts).hasSize(1);
        xacts.with().retries(5).run(() -> attempt(2, failure));
        assertThat(attempts).hasSize(2);

        assertThat(rows()).containsExactly("attempt 2");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R5 a nested scope's failure that is caught is not tried again")
    void caughtNestedFailure(Retrying retrying) throws SQLException {
        PassingException failure = new PassingException();
        retrying.run(surroundings(), () -> {
            attempts.add("attempt");
            insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("nested");
                        throw failure;
                    }))
                    .isSameAs(failure);
        });

        assertThat(attempts).hasSize(1);
        assertThat(rows()).containsExactly("outer");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R2 one that was caught inside the scope, and has doomed it, is tried again at the edge")
    void doomedByPassingFailure(Retrying retrying) throws SQLException {
        retrying.run(surroundings(), () -> {
            attempts.add("attempt");
            insert("attempt " + attempts.size());
            if (attempts.size() == 1) {
                assertThatThrownBy(() -> xacts.markOnError(() -> {
                            throw new PassingException();
                        }))
                        .isInstanceOf(PassingException.class);
            }
        });

        assertThat(rows()).containsExactly("attempt 2");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("a Rollback, or the flag, is no failure, and is not tried again")
    void wishes(Retrying retrying) {
        retrying.run(surroundings(), () -> {
            attempts.add("attempt");
            throw new Rollback();
        });
        retrying.run(surroundings(), () -> {
            attempts.add("attempt");
            xacts.setRollback(true);
        });

        assertThat(attempts).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("a thread that is asked to stop does not wait for another attempt: the failure comes out")
    void interrupted(Retrying retrying) {
        PassingException failure = new PassingException();
        assertThat(catchThrowable(() -> retrying.run(surroundings(), () -> {
                    Thread.currentThread().interrupt();
                    attempts.add("attempt");
                    throw failure;
                })))
                .isSameAs(failure);

        assertThat(Thread.interrupted()).as("the thread's flag").isTrue();
        assertThat(attempts).hasSize(1);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures another attempt may not meet. */
class PassingFailuresTest {

    private static SQLException serialization() {
        return new SQLException("could not serialize access", "40001");
    }

    private static <T extends Throwable> T causedBy(T failure, Throwable cause) {
        failure.initCause(cause);
        return failure;
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                serialization(),
                new SQLException("PostgreSQL: deadlock", "40P01"),
                new SQLException("H2: concurrent update", "90131"),
                new SQLException("Oracle: can't serialize", "72000", 8177),
                new SQLException("Oracle: deadlock", "61000", 60),
                new SQLException("Db2: deadlock", "57033", -913),
                new SQLException("SQL Server: snapshot", "S0002", 3960),
                new SQLException("MariaDB: record has changed", "HY000", 1020),
                new XAException(XAException.XA_RBDEADLOCK),
                new XAException(XAException.XA_RBTRANSIENT));
    }

    @ParameterizedTest
    @MethodSource("passing")
    @DisplayName("R2 by SQLState, by the vendor's code where the state says less, and by the code of an XA roll back")
    void isPassing(Throwable failure) {
        assertThat(PassingFailures.isIn(failure)).isTrue();
    }

    static Stream<Throwable> wrapped() {
        SQLException next = new BatchUpdateException(new int[0]);
        next.setNextException(serialization());
        Exception suppressing = new IOException();
        suppressing.addSuppressed(new IllegalStateException(serialization()));
        return Stream.of(
                new IllegalStateException(new IOException(serialization())),
                next,
                suppressing,
                causedBy(new XAException(XAException.XAER_RMFAIL), serialization()),
                new Error(suppressing));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    @DisplayName("R2 it is looked for in causes, in what is suppressed, and in next SQL exceptions")
    void isLookedFor(Throwable failure) {
        assertThat(PassingFailures.isIn(failure)).isTrue();
    }

    static Stream<Throwable> others() {
        return Stream.of(
                new IllegalStateException("40001"),
                new SQLException("no state"),
                new SQLException("unique key", "23505"),
                new SQLException("lost", "08006"),
                new SQLException("rolled back for another reason", "40002"),
                new SQLException("the state of Oracle's, another code", "72000", 1),
                new SQLException("Oracle's code, another state", "99999", 8177),
                new SQLException("lock timeout", "HYT00", 50200),
                new XAException(XAException.XA_RBINTEGRITY),
                new XAException(XAException.XAER_RMFAIL));
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("R4 nothing else is one")
    void isOther(Throwable failure) {
        assertThat(PassingFailures.isIn(failure)).isFalse();
        assertThat(PassingFailures.isIn(new IllegalStateException(failure))).isFalse();
    }

    @Test
    @DisplayName("a ring of causes has an end")
    void ring() {
        Exception first = new IOException("first");
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(PassingFailures.isIn(first)).isFalse();
        second.addSuppressed(serialization());
        assertThat(PassingFailures.isIn(first)).isTrue();
    }

    @Test
    @DisplayName("a lost branch proves a roll back only if its database refused it, before it was prepared")
    void provesRollback() {
        XAException refused = causedBy(new XAException(XAException.XAER_RMFAIL), serialization());

        assertThat(PassingFailures.provesRollback(new IllegalStateException(refused)))
                .isTrue();
        assertThat(PassingFailures.provesRollback(new XAException(XAException.XAER_RMFAIL)))
                .isFalse();
        assertThat(PassingFailures.provesRollback(
                        causedBy(new XAException(XAException.XAER_RMFAIL), new SQLException("lost", "08006"))))
                .isFalse();
        assertThat(PassingFailures.provesRollback(causedBy(new XAException(XAException.XA_HEURRB), serialization())))
                .isFalse();
        assertThat(PassingFailures.provesRollback(serialization())).isFalse();
    }
}

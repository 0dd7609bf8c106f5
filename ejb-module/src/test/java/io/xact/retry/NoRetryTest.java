// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.HeuristicOutcomeException;
import io.xact.XactCommittedException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import io.xact.support.WitnessResource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where another attempt would be wrong: nested, or when something is committed. */
@EveryProduct
class NoRetryTest extends ScopeTest {

    private final List<String> attempts = new ArrayList<>();
    private final PassingException failure = new PassingException();

    NoRetryTest(Product product) {
        super(product);
    }

    private void failingAttempt() throws SQLException {
        attempts.add("attempt");
        insert("attempt " + attempts.size());
        throw failure;
    }

    private void assertOneAttempt(Retrying retrying) {
        attempts.clear();
        assertThat(catchThrowable(() -> retrying.run(surroundings(), this::failingAttempt)))
                .isSameAs(failure);
        assertThat(attempts).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R7 on a nested scope retries does nothing: it is undone alone, once")
    void nested(Retrying retrying) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            assertOneAttempt(retrying);
            xacts.with().savepoint(false).run(() -> xacts.run(() -> assertOneAttempt(retrying)));
        });

        assertThat(rows()).containsExactly("outer");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R7 nor does it in a foreign transaction")
    void inForeignTransaction(Retrying retrying) throws Exception {
        Surroundings.transactionManager().begin();
        insert("owner");
        assertOneAttempt(retrying);
        Surroundings.transactionManager().commit();

        assertThat(rows()).containsExactly("owner");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R7 the nested scope's failure is tried again by the outermost scope that it leaves, as a whole")
    void leavesTheOutermost(Retrying retrying) {
        assertThat(catchThrowable(
                        () -> retrying.run(surroundings(), () -> retrying.run(surroundings(), this::failingAttempt))))
                .isSameAs(failure);

        assertThat(attempts).hasSize(1 + Retrying.RETRIES);
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("a hook that fails after the commit is never tried again, whatever it fails with")
    void hookAfterTheCommit(Retrying retrying) {
        IllegalStateException inHook = new IllegalStateException(failure);
        Throwable thrown = catchThrowable(() -> retrying.run(surroundings(), () -> {
            attempts.add("attempt");
            insert("a");
            xacts.onCommit(() -> {
                throw inHook;
            });
        }));

        assertThat(thrown).isSameAs(inHook);
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(XactCommittedException.class);
        assertThat(attempts).hasSize(1);
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("a listed exception is never tried again once it is committed, by annotation or by lambda")
    void listedAndCommitted() {
        Retrying.Bean bean = surroundings().bean(Retrying.Bean.class);
        assertThat(catchThrowable(() -> bean.runLeniently(this::failingAttempt)))
                .isSameAs(failure);
        assertThat(catchThrowable(() -> xacts.with()
                        .retries(Retrying.RETRIES)
                        .dontRollbackOn(PassingException.class)
                        .run(this::failingAttempt)))
                .isSameAs(failure);

        assertThat(attempts).hasSize(2);
        assertThat(rows()).containsExactly("attempt 1", "attempt 2");
    }

    @Test
    @DisplayName("one that could not be committed, because the scope was doomed, is")
    void listedAndRolledBack() throws SQLException {
        surroundings().bean(Retrying.Bean.class).runLeniently(() -> {
            attempts.add("attempt");
            insert("attempt " + attempts.size());
            if (attempts.size() == 1) {
                xacts.markOnError(() -> {
                    throw failure;
                });
            }
        });

        assertThat(rows()).containsExactly("attempt 2");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("a mixed outcome is never tried again")
    void mixedOutcome(Retrying retrying) {
        assertThatThrownBy(() -> retrying.run(surroundings(), () -> {
                    attempts.add("attempt");
                    insert("a");
                    new Mixed(failure).enlist();
                }))
                .isInstanceOf(HeuristicOutcomeException.class);

        assertThat(attempts).hasSize(1);
        assertThat(rows()).containsExactly("a");
    }

    /** Rolls back on its own when the other branch is committed already, for a serialization failure at that. */
    private static final class Mixed extends WitnessResource {
        private final Exception cause;

        Mixed(Exception cause) {
            this.cause = cause;
        }

        @Override
        public void commit(Xid xid, boolean onePhase) throws XAException {
            XAException heuristic = new XAException(XAException.XA_HEURRB);
            heuristic.initCause(cause);
            throw heuristic;
        }
    }

    @Test
    @DisplayName("a requiresNew scope is outermost: it is tried again inside another, which is left alone")
    void requiresNewIsOutermost() throws Exception {
        xacts.run(() -> {
            insert("outer");
            surroundings().bean(Retrying.Bean.class).runInItsOwn(() -> succeedTheSecondTime("by annotation"));
            attempts.clear();
            xacts.with().requiresNew(true).retries(1).run(() -> succeedTheSecondTime("by lambda"));
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "attempt 2 by annotation", "attempt 2 by lambda", "outer");
    }

    private void succeedTheSecondTime(String name) throws SQLException {
        attempts.add("attempt");
        insert("attempt " + attempts.size() + " " + name);
        if (attempts.size() < 2) {
            throw failure;
        }
    }
}

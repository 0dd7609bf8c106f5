// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Conflict;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.Only;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.application.Threads;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;

/** Retries, of failures that the databases really give. */
@ApplicationScoped
public class RetryCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private TransactionalOwner owner;

    @Inject
    private OwnerBean ejb;

    @Inject
    private Jta jta;

    @Inject
    private Threads threads;

    @Inject
    private Tables tables;

    private Conflict conflict(Table items, int failingAttempts) throws SQLException {
        items.executeByOther("INSERT INTO item (name) VALUES ('mine'), ('other')");
        return new Conflict(items, jta.manager(), failingAttempts);
    }

    private static String amount(Table items, String name) throws SQLException {
        return items.observe("SELECT amount FROM item WHERE name = '" + name + "'")
                .get(0);
    }

    @Only(Database.POSTGRESQL)
    @DisplayName(
            "R1 R6 a serialization failure of a statement: tried again in a new transaction, without the hooks of the first")
    public void serializationFailureOfStatement(Table items) throws Throwable {
        Conflict conflict = conflict(items, 1);
        List<Integer> hooks = new ArrayList<>();
        scopes.retrying(() -> {
            xacts.onCommit(() -> hooks.add(conflict.attempts()));
            conflict.atStatement();
            items.insert("attempt");
        });

        assertThat(conflict.attempts()).isEqualTo(2);
        assertThat(hooks).containsExactly(2);
        assertThat(amount(items, "mine"))
                .as("of the other one and of the second attempt")
                .isEqualTo("2");
        assertThat(items.committed()).containsExactly("attempt", "mine", "other");
    }

    @LeavesRecords(1)
    @Only(Database.POSTGRESQL)
    @DisplayName(
            "R1 R6 a serialization failure at the commit: tried again in a new transaction, without the hooks of the first")
    public void serializationFailureOfCommit(Table items) throws Throwable {
        Conflict conflict = conflict(items, 1);
        List<Integer> hooks = new ArrayList<>();
        scopes.retrying(() -> {
            xacts.onCommit(() -> hooks.add(conflict.attempts()));
            conflict.atCommit();
        });

        assertThat(conflict.attempts()).isEqualTo(2);
        assertThat(hooks).containsExactly(2);
        assertThat(amount(items, "mine")).isEqualTo("1");
        assertThat(amount(items, "other")).isEqualTo("1");
    }

    @LeavesRecords(8)
    @Only(Database.POSTGRESQL)
    @DisplayName("R3 three retries are four attempts, counted anew for each call; the last failure comes out")
    public void allAttemptsFail(Table items) throws Exception {
        Conflict conflict = conflict(items, 8);
        for (int call = 1; call <= 2; call++) {
            assertThatThrownBy(() -> scopes.retrying(conflict::atCommit))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasStackTraceContaining("could not serialize access");
            assertThat(conflict.attempts()).isEqualTo(4 * call);
        }

        assertThat(amount(items, "mine")).isEqualTo("0");
    }

    @DisplayName("R1 R2 the victim of a deadlock is tried again, so that both get through")
    public void deadlock(Table items) throws Exception {
        items.executeByOther("INSERT INTO item (name) VALUES ('a'), ('b')");
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        CompletableFuture<Void> one =
                threads.begin(() -> scopes.retrying(() -> lock(items, "a", "b", attempts, bothHoldOne)));
        CompletableFuture<Void> other =
                threads.begin(() -> scopes.retrying(() -> lock(items, "b", "a", attempts, bothHoldOne)));

        CompletableFuture.allOf(one, other).get(30, TimeUnit.SECONDS);

        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(amount(items, "a")).isEqualTo("2");
        assertThat(amount(items, "b")).isEqualTo("2");
    }

    /** The first attempts of both meet. */
    private static void lock(
            Table items, String first, String second, AtomicInteger attempts, CyclicBarrier bothHoldOne)
            throws Exception {
        boolean isFirstAttempt = attempts.incrementAndGet() <= 2;
        items.execute("UPDATE item SET amount = amount + 1 WHERE name = '" + first + "'");
        if (isFirstAttempt) {
            bothHoldOne.await(10, TimeUnit.SECONDS);
        }
        items.execute("UPDATE item SET amount = amount + 1 WHERE name = '" + second + "'");
    }

    @DisplayName("R2 R4 any other failure comes out at once")
    public void otherFailure(Table items) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> scopes.retrying(() -> {
                    attempts.incrementAndGet();
                    items.insert("a");
                    items.insert("a");
                }))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> scopes.retrying(() -> {
                    attempts.incrementAndGet();
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(attempts).hasValue(2);
    }

    @LeavesRecords(1)
    @Only(Database.POSTGRESQL)
    @DisplayName(
            "R1 a serialization failure at the prepare, beside another database: tried again, and nothing is kept of the first")
    public void serializationFailureOfPrepare(Table items) throws Throwable {
        Conflict conflict = conflict(items, 1);
        Table other = tables.h2();
        scopes.retrying(() -> {
            other.insert("beside");
            conflict.atCommit();
        });

        assertThat(conflict.attempts()).isEqualTo(2);
        assertThat(amount(items, "mine")).isEqualTo("1");
        assertThat(other.committed()).containsExactly("beside");
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("R5 a nested scope's failure that is caught is not tried again")
    public void caughtInside(Table items) throws Throwable {
        Conflict conflict = conflict(items, 1);
        scopes.retrying(() -> {
            assertThatThrownBy(() -> xacts.run(conflict::atRaisingStatement)).isInstanceOf(SQLException.class);
            items.insert("after");
        });

        assertThat(conflict.attempts()).isEqualTo(1);
        assertThat(items.committed()).contains("after");
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("R7 on a nested scope retries do nothing")
    public void nested(Table items) throws Exception {
        Conflict conflict = conflict(items, 1);
        assertThatThrownBy(() -> xacts.run(() -> scopes.retrying(conflict::atRaisingStatement)))
                .isInstanceOf(SQLException.class);

        assertThat(conflict.attempts()).isEqualTo(1);
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("R1 R7 in an EJB's transaction a scope is not tried again, and the failure comes out")
    public void inTransactionOfEjb(Table items) throws Exception {
        Conflict conflict = conflict(items, 1);
        assertThatThrownBy(() -> ejb.required(() -> scopes.retrying(conflict::atRaisingStatement)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        thrown -> assertThat(thrown.getSQLState()).isEqualTo("40001"));

        assertThat(conflict.attempts()).isEqualTo(1);
    }

    @LeavesRecords(1)
    @Only(Database.POSTGRESQL)
    @DisplayName(
            "R1 Q10 an EJB without a transaction of its own, and a @Transactional method, are tried again as a whole")
    public void whereTheScopeIsOutermost(Table items) throws Throwable {
        Conflict inEjb = conflict(items, 1);
        ejb.retryingOnItsOwn(inEjb::atCommit);
        Conflict inTransactional = new Conflict(items, jta.manager(), 1);
        owner.bothRetrying(inTransactional::atRaisingStatement);

        assertThat(inEjb.attempts()).isEqualTo(2);
        assertThat(inTransactional.attempts()).isEqualTo(2);
    }
}

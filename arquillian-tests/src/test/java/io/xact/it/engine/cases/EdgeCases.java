// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.HeuristicOutcomeException;
import io.xact.HeuristicOutcomeException.Outcome;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.FailingResource;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.Only;
import io.xact.it.engine.application.SavepointName;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.DisplayName;

/** Failures at the edge: of the release, of the undo, of the commit. */
@ApplicationScoped
public class EdgeCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private Jta jta;

    @Inject
    private Threads threads;

    /** Releases the savepoint of a nested scope by the server's own data source, where xact doesn't see it. */
    private void releaseSavepointOfOthers(Table items) throws Exception {
        String savepoint = SavepointName.setBy(() -> items.insert("inner"));
        Sql.execute(items.unguarded(), "RELEASE SAVEPOINT " + savepoint);
    }

    @Only(Database.POSTGRESQL) // H2 takes any release
    @DisplayName(
            "E1 where a savepoint can't be released, the whole transaction is rolled back, and refuses statements until then")
    public void failingRelease(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    assertThatThrownBy(() -> xacts.run(() -> releaseSavepointOfOthers(items)))
                            .isInstanceOf(XactRolledBackException.class)
                            .hasStackTraceContaining("savepoint");
                    assertThatThrownBy(() -> items.insert("more")).isInstanceOf(BrokenScopeException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(items.committed()).isEmpty();
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("E4 K10 Q8 a constraint that breaks at the commit comes out with its name after a roll back")
    public void refusedCommit(Table items) throws Exception {
        List<String> hooks = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    xacts.onCommit(() -> hooks.add("ran"));
                    items.execute("INSERT INTO part VALUES ('of nothing')");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("part_of_item");

        assertThat(hooks).isEmpty();
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("E4 K10 a commit that another resource refuses is reported with its cause, after a roll back")
    public void vetoedCommit(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    enlist(FailingResource.atPrepare(XAException.XA_RBINTEGRITY));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("XAException");

        assertThat(items.committed()).isEmpty();
    }

    @LeavesRecords(1)
    @DisplayName("Q9 a heuristic outcome is reported as it is, and no hook runs")
    public void heuristicOutcome(Table items) throws Exception {
        List<String> hooks = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    xacts.onCommit(() -> hooks.add("ran"));
                    enlist(FailingResource.atCommit(XAException.XA_HEURRB));
                }))
                .isInstanceOfSatisfying(
                        HeuristicOutcomeException.class,
                        thrown -> assertThat(thrown.outcome()).isEqualTo(Outcome.MIXED));

        assertThat(hooks).isEmpty();
        assertThat(items.committed()).as("this branch was committed").containsExactly("a");
    }

    private void enlist(FailingResource resource) throws Exception {
        jta.manager().getTransaction().enlistResource(resource);
    }

    @Only(Database.H2) // its deadlock rolls back everything; PostgreSQL's costs the nested scope alone
    @DisplayName("E6 where a deadlock has destroyed the savepoints, it is the deadlock that is told")
    public void deadlockDestroysSavepoints(Table items) throws Exception {
        items.executeByOther("INSERT INTO item (name) VALUES ('a'), ('b')");
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<CompletableFuture<Void>> both = List.of(
                threads.begin(() -> lock(items, "a", "b", bothHoldOne)),
                threads.begin(() -> lock(items, "b", "a", bothHoldOne)));

        assertThatThrownBy(() -> CompletableFuture.allOf(both.toArray(CompletableFuture<?>[]::new))
                        .get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        thrown -> assertThat(thrown.getSQLState()).isEqualTo("40001"));
        assertThat(both).as("one of them got through").anyMatch(each -> !each.isCompletedExceptionally());
        assertThat(items.observe("SELECT amount FROM item")).containsExactly("1", "1");
    }

    private void lock(Table items, String first, String second, CyclicBarrier bothHoldOne) throws Exception {
        xacts.run(() -> {
            items.execute("UPDATE item SET amount = amount + 1 WHERE name = '" + first + "'");
            bothHoldOne.await(10, TimeUnit.SECONDS);
            swallow(() -> xacts.run(
                    () -> items.execute("UPDATE item SET amount = amount + 1 WHERE name = '" + second + "'")));
        });
    }

    private interface Attempt {
        void run() throws Exception;
    }

    /** As code would that thinks a nested scope's failure is no matter. */
    private static void swallow(Attempt attempt) {
        try {
            attempt.run();
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("40001");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

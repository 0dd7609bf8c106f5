// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.HeuristicOutcomeException;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;

/** PostgreSQL ends the connection of a transaction. */
@ApplicationScoped
public class LostConnectionCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private Tables tables;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Table items;

    @PostConstruct
    void find() {
        items = tables.postgresql();
    }

    /** The connection of the thread's transaction is gone afterwards, and nobody has been told. */
    private void loseConnection() throws SQLException {
        String backend = Sql.query(items.guarded(), "SELECT pg_backend_pid()").get(0);
        items.executeByOther("SELECT pg_terminate_backend(" + backend + ", 10000)");
    }

    private void assertNextIsClean() throws Exception {
        xacts.run(() -> {
            items.insert("next");
            xacts.run(() -> items.insert("nested"));
        });
        assertThat(items.committed()).containsExactly("nested", "next");
    }

    private static void assertLost(ThrowingCallable statement) {
        assertThatThrownBy(statement).isInstanceOf(SQLException.class);
    }

    @DisplayName(
            "G5 I17 a connection lost in a nested scope costs the whole scope with its hooks, and the next one is clean")
    public void inNestedScope() throws Exception {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    xacts.onCommit(() -> ran.add("committed"));
                    xacts.onRollback(() -> ran.add("rolled back"));
                    assertThatThrownBy(() -> xacts.run(() -> {
                                items.insert("inner");
                                loseConnection();
                                assertLost(() -> items.insert("more"));
                                assertThatThrownBy(() -> items.insert("again"))
                                        .isInstanceOf(BrokenScopeException.class);
                            }))
                            .isInstanceOf(XactRolledBackException.class)
                            .hasCauseInstanceOf(SQLException.class);
                    assertThatThrownBy(() -> items.insert("after")).isInstanceOf(BrokenScopeException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(ran).containsExactly("rolled back");
        assertNextIsClean();
    }

    @DisplayName("G5 if it does nothing more, the edge says why")
    public void inNestedScopeAndNothingMore() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    assertThatThrownBy(() -> xacts.run(() -> {
                                loseConnection();
                                items.insert("inner");
                            }))
                            .isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("terminating connection");

        assertNextIsClean();
    }

    @DisplayName(
            "E3 if it is lost before a nested scope fails, the scope's own failure comes out, with that of the undo suppressed")
    public void beforeUndo() throws Exception {
        RefusedException failure = new RefusedException();
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    assertThatThrownBy(() -> xacts.run(() -> {
                                items.insert("inner");
                                loseConnection();
                                throw failure;
                            }))
                            .isSameAs(failure)
                            .satisfies(
                                    thrown -> assertThat(thrown.getSuppressed()).isNotEmpty());
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertNextIsClean();
    }

    @DisplayName("G5 if nobody notices before the next statement outside, that one fails, and the edge says so")
    public void noticedOutside() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    xacts.run(() -> {
                        items.insert("inner");
                        loseConnection();
                    });
                    assertLost(() -> items.insert("after"));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertNextIsClean();
    }

    @LeavesRecords(1)
    @DisplayName("E4 if nobody notices before the commit, the outcome is not known, and said to be so")
    public void beforeCommit() throws Exception {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    xacts.onCommit(() -> ran.add("committed"));
                    loseConnection();
                }))
                .isInstanceOf(HeuristicOutcomeException.class);

        assertThat(ran).isEmpty();
        Awaitility.await().ignoreExceptions().untilAsserted(this::assertNextIsClean); // the pool has to find out first
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Conflict;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;

/** What PostgreSQL's connections are like after a commit that it refused. */
@ApplicationScoped
public class FailedCommitCases implements Cases {

    private static final int AGAIN = 3;

    @Inject
    private Xacts xacts;

    @Inject
    private Jta jta;

    @Inject
    private Tables tables;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Table items;

    @PostConstruct
    void find() {
        items = tables.postgresql();
    }

    private void failByConflict() throws Exception {
        tables.clear();
        items.executeByOther("INSERT INTO item (name) VALUES ('mine'), ('other')");
        Conflict conflict = new Conflict(items, jta.manager(), 1);
        assertThatThrownBy(() -> xacts.run(conflict::atCommit)).isInstanceOf(XactRolledBackException.class);
        tables.clear();
    }

    private void failByConstraint() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> items.execute("INSERT INTO part VALUES ('of nothing')")))
                .isInstanceOf(XactRolledBackException.class);
        tables.clear();
    }

    private void assertTransactionsWork(Step failing) throws Throwable {
        for (int i = 0; i < AGAIN; i++) {
            failing.run();
            xacts.run(() -> {
                items.insert("next");
                xacts.run(() -> items.insert("nested"));
            });
            assertThat(items.committed()).containsExactly("nested", "next");
        }
    }

    /** The pool gives out first what came back last: the connection that failed. */
    private void assertWorkOutsideTransactionsIsSeen(Step failing) throws Throwable {
        failing.run();
        xacts.run(() -> xacts.onCommit(() -> items.insertUnchecked("by hook")));
        items.insert("plain");
        assertThat(items.committed()).containsExactly("by hook", "plain");
        assertThat(idleInTransaction()).isEqualTo("0");
    }

    private String idleInTransaction() throws SQLException {
        return items.observe("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'")
                .get(0);
    }

    @LeavesRecords(AGAIN)
    @DisplayName("E4 after a serialization failure at the commit, the transactions that follow are committed and seen")
    public void transactionsAfterConflict() throws Throwable {
        assertTransactionsWork(this::failByConflict);
    }

    @DisplayName(
            "E4 Q8 after a constraint that broke at the commit, the transactions that follow are committed and seen")
    public void transactionsAfterConstraint() throws Throwable {
        assertTransactionsWork(this::failByConstraint);
    }

    @LeavesRecords(1)
    @DisplayName(
            "E4 I19 after a serialization failure at the commit, what hooks and others do without a transaction is seen")
    public void hooksAfterConflict() throws Throwable {
        assertWorkOutsideTransactionsIsSeen(this::failByConflict);
    }

    @DisplayName(
            "E4 I19 after a constraint that broke at the commit, what hooks and others do without a transaction is seen")
    public void hooksAfterConstraint() throws Throwable {
        assertWorkOutsideTransactionsIsSeen(this::failByConstraint);
    }
}

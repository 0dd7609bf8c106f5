// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static io.xact.it.engine.application.Database.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactRolledBackException;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Conflict;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import org.junit.jupiter.api.DisplayName;

/** A serialization failure that PostgreSQL reports at the commit: whoever is told of a roll back tries again. */
@ApplicationScoped
public class ConflictTraps implements Cases {

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    @Inject
    private Jta jta;

    private Trap triedAgain() {
        return Trap.succeeding(tables, way -> {
                    Table items = tables.postgresql();
                    items.executeByOther("INSERT INTO item (name) VALUES ('mine'), ('other')");
                    Conflict conflict = new Conflict(items, jta.manager(), 1);
                    try {
                        way.transaction().run(conflict::atCommit);
                    } catch (RollbackException | XactRolledBackException rolledBack) {
                        way.transaction().run(conflict::atCommit);
                    }
                })
                .expecting(POSTGRESQL, "mine=1", "other=1");
    }

    @LeavesRecords(1)
    @DisplayName("bare: a serialization failure at the commit: HeuristicMixedException, though all is rolled back")
    public void byHand() throws Exception {
        Outcome outcome = triedAgain().springs(ways.byHand());
        ways.mendPool();

        assertThat(outcome.failure()).isInstanceOf(HeuristicMixedException.class);
    }

    @LeavesRecords(1)
    @DisplayName("E4 a serialization failure at the commit is a roll back, and can be tried again")
    public void byXact() throws Exception {
        triedAgain().holds(ways.byXact());
    }
}

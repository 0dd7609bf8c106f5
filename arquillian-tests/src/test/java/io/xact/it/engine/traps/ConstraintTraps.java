// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static io.xact.it.engine.application.Database.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactRolledBackException;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

/**
 * A deferred constraint breaks at the commit of a transaction on PostgreSQL alone, and its program is told. Then somebody writes a row
 * without a transaction, and is told that it is there.
 */
@ApplicationScoped
public class ConstraintTraps implements Cases {

    private static final String BREAKING = "INSERT INTO part VALUES ('of nothing')";

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    private Trap next() {
        return Trap.succeeding(tables, way -> {
                    DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
                    try {
                        way.transaction().run(() -> Sql.execute(items, BREAKING));
                    } catch (RollbackException | XactRolledBackException told) {
                        // as it should be
                    }
                    Items.insert(items, "next");
                })
                .expecting(POSTGRESQL, "next");
    }

    @DisplayName("bare: a deferred constraint: the next row that is written without a transaction is lost")
    public void nextByHand() throws Exception {
        Outcome outcome = next().springs(ways.byHand());
        ways.mendPool();

        assertThat(outcome.thrown()).isEmpty();
        assertThat(outcome.committed(POSTGRESQL)).isEmpty();
    }

    @DisplayName("S2 after a deferred constraint broke, the next row that is written without a transaction is there")
    public void nextGuarded() throws Exception {
        next().holds(ways.guarded());
    }

    @DisplayName("S2 after a deferred constraint broke, the next row by the server's data source is there, too")
    public void nextByXact() throws Exception {
        try {
            next().holds(ways.byXact());
        } finally {
            ways.mendPool();
        }
    }
}

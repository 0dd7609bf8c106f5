// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;

/** A transaction that times out while its program runs: nothing is to be kept, and what comes out is to name the timeout. */
@ApplicationScoped
public class TimeoutTraps implements Cases {

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    private void awaitTimeout() {
        Awaitility.await().pollInSameThread().until(ways::isTimedOut);
    }

    private Trap ending(Database database) {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(database.jndiName());
                    way.transaction().run(() -> {
                        Items.insert(items, "early");
                        awaitTimeout();
                    });
                })
                .expecting(database, "early")
                .naming("Timeout");
    }

    private Trap goingOn(Database database) {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(database.jndiName());
                    way.transaction().run(() -> {
                        Items.insert(items, "early");
                        awaitTimeout();
                        Items.insert(items, "late");
                    });
                })
                .expecting(database, "early", "late")
                .naming("Timeout");
    }

    private Trap goingOnWithConnection(Database database) {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(database.jndiName());
                    way.transaction().run(() -> {
                        try (Connection connection = items.getConnection();
                                Statement statement = connection.createStatement()) {
                            statement.execute(Items.insert("early"));
                            awaitTimeout();
                            statement.execute(Items.insert("late"));
                        }
                    });
                })
                .expecting(database, "early", "late")
                .naming("Timeout");
    }

    @DisplayName("bare: a timeout: nothing is kept, but neither the commit nor a later statement says why")
    public void byHand() throws Exception {
        Way way = ways.timingOut(ways.byHand());
        for (Database database : Database.values()) {
            assertThat(springs(ending(database), way)).contains("ARJUNA016102: The transaction is not active!");
            assertThat(springs(goingOn(database), way)).contains("IJ000457: Unchecked throwable");
            assertThat(springs(goingOnWithConnection(database), way))
                    .contains("IJ031070")
                    .contains("STATUS_ROLLEDBACK");
        }
    }

    private static String springs(Trap trap, Way way) throws SQLException {
        Outcome outcome = trap.springs(way);
        assertThat(outcome.committed().values()).allMatch(rows -> rows.isEmpty());
        return outcome.messages();
    }

    @DisplayName("Q3 a timeout: later statements are refused, and what comes out names it")
    public void guarded() throws Exception {
        for (Database database : Database.values()) {
            ending(database).holds(ways.guardedTimingOut());
            goingOn(database).holds(ways.guardedTimingOut());
            goingOnWithConnection(database).holds(ways.guardedTimingOut());
        }
    }

    @DisplayName("Q3 a timeout: the end of the scope names it, also if the server's data source was used")
    public void byXact() throws Exception {
        for (Database database : Database.values()) {
            ending(database).holds(ways.byXactTimingOut());
        }
    }
}

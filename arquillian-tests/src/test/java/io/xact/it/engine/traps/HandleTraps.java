// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static io.xact.it.engine.application.Database.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactStateException;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

/** A connection that is used in another transaction than it was opened in. */
@ApplicationScoped
public class HandleTraps implements Cases {

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    /** What ends well in a transaction of its own is to be there, whatever becomes of the outer one; or it is refused. */
    private Trap ofSuspended() {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
                    try {
                        way.transaction().run(() -> {
                            try (Connection connection = items.getConnection();
                                    Statement statement = connection.createStatement()) {
                                statement.execute(Items.insert("outer"));
                                way.requiresNew().run(() -> statement.execute(Items.insert("audit")));
                            }
                            throw new RefusedException();
                        });
                    } catch (RefusedException caught) {
                        // the outer transaction failed, as it was meant
                    }
                })
                .expecting(POSTGRESQL, "audit");
    }

    @DisplayName("bare: a connection of the suspended transaction, used in a new one: what the new one commits is lost")
    public void ofSuspendedByHand() throws Exception {
        Outcome outcome = ofSuspended().springs(ways.byHand());

        assertThat(outcome.thrown()).isEmpty();
        assertThat(outcome.committed(POSTGRESQL)).isEmpty();
    }

    @DisplayName("a connection of the suspended transaction, used in a new one, is refused")
    public void ofSuspendedGuarded() throws Exception {
        assertThat(ofSuspended().holds(ways.guarded()).failure()).isInstanceOf(XactStateException.class);
    }

    /** A transaction that fails is to leave nothing behind, whatever connection it used; or that one is refused. */
    private Trap openedBefore() {
        return Trap.allOrNothing(tables, way -> {
            DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
            try (Connection connection = items.getConnection();
                    Statement statement = connection.createStatement()) {
                way.transaction().run(() -> {
                    statement.execute(Items.insert("undone"));
                    throw new RefusedException();
                });
            }
        });
    }

    @DisplayName(
            "bare: a connection opened before a @Transactional method or an EJB: what it does there is not rolled back")
    public void openedBeforeByContainers() throws Exception {
        for (Way way : new Way[] {ways.byTransactional(), ways.byEjb()}) {
            Outcome outcome = openedBefore().springs(way);

            assertThat(outcome.failure()).isInstanceOf(RefusedException.class);
            assertThat(outcome.committed(POSTGRESQL)).containsExactly("undone");
        }
    }

    @DisplayName("S7 a connection opened before the scope: what it does there is rolled back, or refused")
    public void openedBeforeGuarded() throws Exception {
        openedBefore().holds(ways.guarded());
    }
}

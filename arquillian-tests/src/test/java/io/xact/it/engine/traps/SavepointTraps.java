// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static io.xact.it.engine.application.Database.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactRolledBackException;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

/** A nested part that fails, by JDBC: it is to be undone alone, and the rest is to be committed. */
@ApplicationScoped
public class SavepointTraps implements Cases {

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    private Trap nested(Database database) {
        return Trap.succeeding(tables, way -> {
                    DataSource items = way.dataSource(database.jndiName());
                    way.transaction().run(() -> {
                        Items.insert(items, "outer");
                        failInside(way, items);
                        Items.insert(items, "after");
                    });
                })
                .expecting(database, "after", "outer");
    }

    private static void failInside(Way way, DataSource items) throws Throwable {
        try {
            way.nested().run(() -> {
                Items.insert(items, "inner");
                throw new RefusedException();
            });
        } catch (RefusedException caught) {
            // the program can do without that part
        }
    }

    @DisplayName(
            "bare: a nested part by the savepoints of JDBC's API: the pool sets one, and refuses to roll back to it")
    public void byApi() throws Exception {
        for (Database database : Database.values()) {
            Outcome outcome = nested(database).springs(byApi(database));

            assertThat(outcome.failure()).isInstanceOf(SQLException.class).hasMessageContaining("IJ031021");
        }
    }

    private Way byApi(Database database) {
        Way way = ways.byHand();
        return way.withNested(Nesting.byApi(way.dataSource(database.jndiName())));
    }

    @DisplayName("A8 a nested part that fails is undone alone")
    public void nestedGuarded() throws Exception {
        for (Database database : Database.values()) {
            nested(database).holds(ways.guarded());
        }
    }

    @DisplayName("A8 a nested part that fails is undone alone, also by the server's data source")
    public void nestedByXact() throws Exception {
        for (Database database : Database.values()) {
            nested(database).holds(ways.byXact());
        }
    }

    private Trap inTwoLevels() {
        return Trap.succeeding(tables, way -> {
                    DataSource items = way.dataSource(Database.H2_NAME);
                    way.transaction().run(() -> {
                        Items.insert(items, "outer");
                        try {
                            way.nested().run(() -> {
                                Items.insert(items, "middle");
                                way.nested().run(() -> Items.insert(items, "inner"));
                                throw new RefusedException();
                            });
                        } catch (RefusedException caught) {
                            // the program can do without that part
                        }
                    });
                })
                .expecting(H2, "outer");
    }

    @DisplayName("bare: one savepoint name at two levels: on H2 the second replaces the first, and half is undone")
    public void oneName() throws Exception {
        Outcome outcome = inTwoLevels().springs(byText(H2));

        assertThat(outcome.isThrown()).isFalse();
        assertThat(outcome.committed(H2)).containsExactly("middle", "outer");
    }

    private Way byText(Database database) {
        Way way = ways.byHand();
        return way.withNested(Nesting.byText(way.dataSource(database.jndiName())));
    }

    @DisplayName("A9 a nested part with another in it is undone whole")
    public void twoLevelsGuarded() throws Exception {
        inTwoLevels().holds(ways.guarded());
    }

    @DisplayName("A9 a nested part with another in it is undone whole, also by the server's data source")
    public void twoLevelsByXact() throws Exception {
        inTwoLevels().holds(ways.byXact());
    }

    private Trap outsideTransaction() {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(Database.H2_NAME);
                    way.nested().run(() -> {
                        Items.insert(items, "alone");
                        throw new SQLException("on purpose");
                    });
                })
                .naming("on purpose");
    }

    @DisplayName("bare: a nested part where no transaction is: H2 takes the savepoint, and what fails is kept")
    public void savepointOutsideTransaction() throws Exception {
        Outcome outcome = outsideTransaction().springs(byText(H2));

        assertThat(outcome.failure()).hasMessageContaining("90063");
        assertThat(outcome.committed(H2)).containsExactly("alone");
    }

    @DisplayName("A2 a part where no transaction is has one of its own")
    public void outsideTransactionGuarded() throws Exception {
        outsideTransaction().holds(ways.guarded());
    }

    @DisplayName("A2 a part where no transaction is has one of its own, also by the server's data source")
    public void outsideTransactionByXact() throws Exception {
        outsideTransaction().holds(ways.byXact());
    }

    /** With a second connection open; or the program fails, and nothing of it is there. */
    private Trap twoHandles() {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(Sources.H2_INTERLEAVING);
                    way.transaction().run(() -> {
                        try (Connection connection = items.getConnection();
                                Statement statement = connection.createStatement()) {
                            statement.execute(Items.insert("outer"));
                            failInside(way, statement);
                        }
                    });
                })
                .expecting(H2, "outer");
    }

    private static void failInside(Way way, Statement outer) throws Throwable {
        try {
            way.nested().run(() -> {
                outer.execute(Items.insert("inner"));
                throw new RefusedException();
            });
        } catch (RefusedException caught) {
            // the program can do without that part
        }
    }

    @DisplayName("bare: a data source with interleaving: a savepoint by another handle covers nothing")
    public void interleaving() throws Exception {
        Way way = ways.byHand();
        Outcome outcome = twoHandles().springs(way.withNested(Nesting.byText(way.dataSource(Sources.H2_INTERLEAVING))));

        assertThat(outcome.isThrown()).isFalse();
        assertThat(outcome.committed(H2)).containsExactly("inner", "outer");
    }

    @DisplayName("S7 a nested part on a data source with interleaving is undone alone, or the whole transaction is")
    public void interleavingGuarded() throws Exception {
        assertUndone(ways.guarded());
    }

    @DisplayName(
            "S7 a nested part on the server's data source with interleaving is undone alone, or the whole transaction is")
    public void interleavingByXact() throws Exception {
        assertUndone(ways.byXact());
    }

    private void assertUndone(Way way) throws SQLException {
        Outcome outcome = twoHandles().holds(way);

        assertThat(outcome.thrown().stream()).allMatch(XactRolledBackException.class::isInstance);
    }
}

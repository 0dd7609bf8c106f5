// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static io.xact.it.engine.application.Database.H2;
import static io.xact.it.engine.application.Database.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactException;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

/**
 * A statement fails on PostgreSQL, and the program goes on without it. PostgreSQL keeps nothing of such a transaction: if the program is
 * told that it is committed, it is to be there, in each database.
 */
@ApplicationScoped
public class SwallowedErrorTraps implements Cases {

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    private Trap alone(String dataSource) {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(dataSource);
                    way.transaction().run(() -> {
                        Items.insert(items, "kept");
                        Items.insertRefused(items);
                    });
                })
                .expecting(POSTGRESQL, "kept");
    }

    @DisplayName("bare: a swallowed SQL error: commit() returns normally, and the rows are gone")
    public void aloneByHand() throws Exception {
        assertLostInSilence(alone(Database.POSTGRESQL_NAME), ways.byHand());
        assertLostInSilence(alone(Database.POSTGRESQL_NAME), ways.byTransactional());
        assertLostInSilence(alone(Database.POSTGRESQL_NAME), ways.byEjb());
    }

    @DisplayName("bare: a swallowed SQL error, a local data source: commit() returns normally, and the rows are gone")
    public void aloneLocalByHand() throws Exception {
        assertLostInSilence(alone(Sources.POSTGRESQL_LOCAL), ways.byHand());
    }

    private static void assertLostInSilence(Trap trap, Way way) throws SQLException {
        Outcome outcome = trap.springs(way);

        assertThat(outcome.thrown()).isEmpty();
        assertThat(outcome.committed(POSTGRESQL)).isEmpty();
    }

    @DisplayName("S1 a swallowed SQL error is raised when the scope ends")
    public void aloneGuarded() throws Exception {
        assertRaised(alone(Database.POSTGRESQL_NAME), ways.guarded());
    }

    @DisplayName("S1 a swallowed SQL error is raised when the scope ends, also by the server's data source")
    public void aloneByXact() throws Exception {
        assertRaised(alone(Database.POSTGRESQL_NAME), ways.byXact());
    }

    @DisplayName("S1 a swallowed SQL error on a local data source is raised when the scope ends")
    public void aloneLocalGuarded() throws Exception {
        assertRaised(alone(Sources.POSTGRESQL_LOCAL), ways.guarded());
    }

    @DisplayName(
            "S1 a swallowed SQL error on a local data source is raised when the scope ends, also by the server's one")
    public void aloneLocalByXact() throws Exception {
        assertRaised(alone(Sources.POSTGRESQL_LOCAL), ways.byXact());
    }

    private static void assertRaised(Trap trap, Way way) throws SQLException {
        assertThat(trap.holds(way).failure()).isInstanceOf(XactException.class);
    }

    private Trap beforeNested() {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
                    way.transaction().run(() -> {
                        Items.insert(items, "outer");
                        Items.insertRefused(items);
                        nestIfPossible(way, items);
                    });
                })
                .expecting(POSTGRESQL, "inner", "outer");
    }

    /** The program can do without the nested part, too. */
    private static void nestIfPossible(Way way, DataSource items) throws Throwable {
        try {
            way.nested().run(() -> Items.insert(items, "inner"));
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("25P02");
        }
    }

    @DisplayName(
            "bare: a nested part after a swallowed SQL error: even SAVEPOINT is refused, and the outer rows are gone")
    public void beforeNestedByHand() throws Exception {
        Way way = ways.byHand();
        DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
        assertLostInSilence(beforeNested(), way.withNested(Nesting.byText(items)));
    }

    @DisplayName("S1 a nested part after a swallowed SQL error doesn't hide it")
    public void beforeNestedGuarded() throws Exception {
        assertRaised(beforeNested(), ways.guarded());
    }

    @DisplayName("S1 a nested part after a swallowed SQL error doesn't hide it, also by the server's data source")
    public void beforeNestedByXact() throws Exception {
        assertRaised(beforeNested(), ways.byXact());
    }

    private Trap afterNested() {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
                    way.transaction().run(() -> {
                        way.nested().run(() -> Items.insert(items, "inner"));
                        Items.insertRefused(items);
                    });
                })
                .expecting(POSTGRESQL, "inner");
    }

    @DisplayName("bare: a swallowed SQL error in a @Transactional method: it returns normally, and the rows are gone")
    public void inTransactionalByHand() throws Exception {
        assertLostInSilence(afterNested(), ways.byTransactional());
    }

    @DisplayName("S1 a swallowed SQL error in a @Transactional method that has had a scope in it: the method fails")
    public void inTransactionalGuarded() throws Exception {
        assertRefused(ways.guardedInTransactional());
    }

    @DisplayName("S1 a swallowed SQL error in such a method, by the server's data source: the method fails, too")
    public void inTransactionalByXact() throws Exception {
        assertRefused(ways.nestedInTransactional());
    }

    private void assertRefused(Way way) throws SQLException {
        assertThat(afterNested().holds(way).failure()).isInstanceOf(RollbackException.class);
    }

    private Trap postgresqlFirst(String postgresql) {
        return Trap.allOrNothing(tables, way -> {
                    DataSource first = way.dataSource(postgresql);
                    DataSource second = way.dataSource(Database.H2_NAME);
                    way.transaction().run(() -> {
                        Items.insert(first, "a");
                        Items.insertRefused(first);
                        Items.insert(second, "b");
                    });
                })
                .expecting(POSTGRESQL, "a")
                .expecting(H2, "b");
    }

    private Trap h2First() {
        return Trap.allOrNothing(tables, way -> {
                    DataSource first = way.dataSource(Database.H2_NAME);
                    DataSource second = way.dataSource(Database.POSTGRESQL_NAME);
                    way.transaction().run(() -> {
                        Items.insert(first, "b");
                        Items.insert(second, "a");
                        Items.insertRefused(second);
                    });
                })
                .expecting(POSTGRESQL, "a")
                .expecting(H2, "b");
    }

    @DisplayName(
            "bare: a swallowed SQL error, PostgreSQL local beside H2: H2 is committed, PostgreSQL lost, nothing told")
    public void localBesideXa() throws Exception {
        Outcome outcome = postgresqlFirst(Sources.POSTGRESQL_LOCAL).springs(ways.byHand());

        assertThat(outcome.thrown()).isEmpty();
        assertThat(outcome.committed(POSTGRESQL)).isEmpty();
        assertThat(outcome.committed(H2)).containsExactly("b");
    }

    @LeavesRecords(1)
    @DisplayName("bare: a swallowed SQL error, two XA databases, H2 first: half committed, HeuristicMixedException")
    public void twoDatabases() throws Exception {
        Outcome outcome = h2First().springs(ways.byHand());

        assertThat(outcome.failure()).isInstanceOf(HeuristicMixedException.class);
        assertThat(outcome.committed(POSTGRESQL)).isEmpty();
        assertThat(outcome.committed(H2)).containsExactly("b");
    }

    @LeavesRecords(1)
    @DisplayName(
            "bare: a swallowed SQL error, two XA databases, PostgreSQL first: rolled back, with a heuristic record")
    public void twoDatabasesPostgresqlFirst() throws Exception {
        Outcome outcome = postgresqlFirst(Database.POSTGRESQL_NAME).holds(ways.byHand());

        assertThat(outcome.failure()).isInstanceOf(RollbackException.class);
    }

    @DisplayName("S1 a swallowed SQL error rolls back each database, whichever came first")
    public void twoDatabasesGuarded() throws Exception {
        assertRaisedInBoth(ways.guarded());
    }

    @DisplayName(
            "S1 a swallowed SQL error rolls back each database, whichever came first, also by the server's data sources")
    public void twoDatabasesByXact() throws Exception {
        assertRaisedInBoth(ways.byXact());
    }

    private void assertRaisedInBoth(Way way) throws SQLException {
        assertRaised(h2First(), way);
        assertRaised(postgresqlFirst(Database.POSTGRESQL_NAME), way);
        assertRaised(postgresqlFirst(Sources.POSTGRESQL_LOCAL), way);
    }
}

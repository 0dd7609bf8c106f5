// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static io.xact.it.engine.application.Database.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactRolledBackException;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

/** Beans with transactions of their containers that fail, and callers that catch it. */
@ApplicationScoped
public class MarkTraps implements Cases {

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    @Inject
    private TransactionalOwner transactional;

    @Inject
    private OwnerBean ejb;

    /** A callee in the same transaction fails, and the caller goes on: what ends normally is to be there. */
    private Trap caught(Around callee) {
        return Trap.allOrNothing(tables, way -> {
                    DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
                    way.transaction().run(() -> {
                        Items.insert(items, "outer");
                        try {
                            callee.run(() -> {
                                throw new IllegalStateException("on purpose");
                            });
                        } catch (RuntimeException failure) {
                            // the program can do without that
                        }
                    });
                })
                .expecting(POSTGRESQL, "outer");
    }

    private static void assertLostInSilence(Trap trap, Way way) throws SQLException {
        Outcome outcome = trap.springs(way);

        assertThat(outcome.thrown()).isEmpty();
        assertThat(outcome.committed(POSTGRESQL)).isEmpty();
    }

    @DisplayName("bare: an EJB fails, its caller catches: the caller's EJB returns normally, and the rows are gone")
    public void caughtByEjb() throws Exception {
        assertLostInSilence(caught(ejb::required), ways.byEjb());
    }

    @DisplayName(
            "bare: a @Transactional method fails, its caller catches: the caller's returns normally, the rows are gone")
    public void caughtByTransactional() throws Exception {
        assertLostInSilence(caught(transactional::transactional), ways.byTransactional());
    }

    @DisplayName("Q1 an EJB or a @Transactional method fails, its caller catches: the outermost scope says so")
    public void caughtByXact() throws Exception {
        for (Around callee : new Around[] {ejb::required, transactional::transactional}) {
            assertThat(caught(callee).holds(ways.guarded()).failure()).isInstanceOf(XactRolledBackException.class);
            assertThat(caught(callee).holds(ways.byXact()).failure()).isInstanceOf(XactRolledBackException.class);
        }
    }

    /** A nested part fails with something unchecked, and the caller goes on: the rest is to be committed. */
    private Trap nested() {
        return Trap.succeeding(tables, way -> {
                    DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
                    way.transaction().run(() -> {
                        Items.insert(items, "outer");
                        try {
                            way.nested().run(() -> {
                                Items.insert(items, "inner");
                                throw new IllegalStateException("on purpose");
                            });
                        } catch (RuntimeException failure) {
                            // the program can do without that part
                        }
                        Items.insert(items, "after");
                    });
                })
                .expecting(POSTGRESQL, "after", "outer");
    }

    @DisplayName("bare: a nested @Transactional method or EJB fails: it takes the outer one along")
    public void nestedByContainers() throws Exception {
        for (Way way : new Way[] {ways.byTransactional(), ways.byEjb()}) {
            Outcome outcome = nested().springs(way);

            assertThat(outcome.failure()).hasStackTraceContaining("IJ031070");
            assertThat(outcome.committed(POSTGRESQL)).isEmpty();
        }
    }

    @DisplayName("A8 a nested scope that fails unchecked is undone alone")
    public void nestedGuarded() throws Exception {
        nested().holds(ways.guarded());
    }

    @DisplayName("A8 a nested scope that fails unchecked is undone alone, also by the server's data source")
    public void nestedByXact() throws Exception {
        nested().holds(ways.byXact());
    }

    /** What fails is to leave nothing behind. */
    private Trap checked() {
        return Trap.allOrNothing(tables, way -> {
            DataSource items = way.dataSource(Database.POSTGRESQL_NAME);
            way.transaction().run(() -> {
                Items.insert(items, "half");
                throw new RefusedException();
            });
        });
    }

    @DisplayName("bare: a @Transactional method or an EJB fails with a checked exception: its half work is committed")
    public void checkedByContainers() throws Exception {
        for (Way way : new Way[] {ways.byTransactional(), ways.byEjb()}) {
            Outcome outcome = checked().springs(way);

            assertThat(outcome.failure()).isInstanceOf(RefusedException.class);
            assertThat(outcome.committed(POSTGRESQL)).containsExactly("half");
        }
    }

    @DisplayName("A6 a scope that fails with a checked exception is rolled back")
    public void checkedByXact() throws Exception {
        for (Way way : new Way[] {ways.guarded(), ways.byXact()}) {
            assertThat(checked().holds(way).failure()).isInstanceOf(RefusedException.class);
        }
    }
}

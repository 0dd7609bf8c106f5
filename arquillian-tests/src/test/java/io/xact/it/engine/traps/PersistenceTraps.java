// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.entities.Entities;
import io.xact.it.engine.entities.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import org.junit.jupiter.api.DisplayName;

/** A nested part that fails, by JPA: it is to be undone alone, in the persistence context too. */
@ApplicationScoped
public class PersistenceTraps implements Cases {

    private static final String TOO_LONG = "x".repeat(41);

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    @Inject
    private Entities entities;

    private EntityManager entities(Table items) {
        return entities.of(items.database());
    }

    private Way flushing(Table items) {
        return ways.byHand().withNested(Nesting.flushing(items.unguarded(), entities(items)));
    }

    private Way clearing(Table items) {
        return ways.byHand().withNested(Nesting.clearing(items.unguarded(), entities(items)));
    }

    /** The program can do without the nested part. */
    private static void failInside(Way way, Step inside) throws Throwable {
        try {
            way.nested().run(() -> {
                inside.run();
                throw new RefusedException();
            });
        } catch (RefusedException caught) {
            // as it was meant
        }
    }

    private Trap failing(Table items, Step inside) {
        EntityManager entities = entities(items);
        return Trap.succeeding(
                        tables,
                        way -> way.transaction().run(() -> {
                            entities.persist(new Item("outer"));
                            try {
                                way.nested().run(inside);
                            } catch (Exception failure) {
                                // the program can do without that part
                            }
                            entities.persist(new Item("after"));
                        }))
                .expecting(items.database(), "after", "outer");
    }

    private Trap failingFlush(Table items) {
        return failing(items, () -> {
            entities(items).persist(new Item(TOO_LONG));
            entities(items).flush();
        });
    }

    private Trap failingQuery(Table items) {
        return failing(
                items,
                () -> entities(items)
                        .createNativeQuery("SELECT name FROM nowhere")
                        .getResultList());
    }

    @DisplayName("bare: JPA, a flush fails in the nested part: the whole transaction is lost")
    public void failingFlushByHand(Table items) throws Exception {
        assertLost(failingFlush(items), items);
    }

    @DisplayName("bare: JPA, a query fails in the nested part: the whole transaction is lost")
    public void failingQueryByHand(Table items) throws Exception {
        assertLost(failingQuery(items), items);
    }

    private void assertLost(Trap trap, Table items) throws Exception {
        Outcome outcome = trap.springs(clearing(items));

        assertThat(outcome.failure()).isInstanceOf(RollbackException.class);
        assertThat(outcome.committed(items.database())).isEmpty();
    }

    /** Nothing is thrown, and these rows are there. */
    private static void assertSilent(Trap trap, Way byHand, Table items, String... rows) throws Exception {
        Outcome outcome = trap.springs(byHand);

        assertThat(outcome.thrown()).isEmpty();
        assertThat(outcome.committed(items.database())).containsExactly(rows);
    }

    @DisplayName("S3 Q14 JPA, a flush that fails in the nested part undoes that alone")
    public void failingFlushByXact(Table items) throws Exception {
        failingFlush(items).holds(ways.byXact());
    }

    @DisplayName("S3 Q14 JPA, a query that fails in the nested part undoes that alone")
    public void failingQueryByXact(Table items) throws Exception {
        failingQuery(items).holds(ways.byXact());
    }

    /** A receipt is to be there for each item that is there. */
    private Trap ghost(Table items) {
        EntityManager entities = entities(items);
        return Trap.succeeding(
                        tables,
                        way -> way.transaction().run(() -> {
                            entities.persist(new Item("outer"));
                            failInside(way, () -> {
                                entities.persist(new Item("inner"));
                                entities.flush();
                            });
                            for (String name : new String[] {"inner", "outer"}) {
                                if (entities.find(Item.class, name) != null) {
                                    entities.persist(new Item("receipt for " + name));
                                }
                            }
                        }))
                .expecting(items.database(), "outer", "receipt for outer");
    }

    @DisplayName("bare: JPA, an entity of the nested part is still found after its roll back, if nobody clears")
    public void ghostByHand(Table items) throws Exception {
        assertSilent(ghost(items), flushing(items), items, "outer", "receipt for inner", "receipt for outer");
    }

    @DisplayName("S3 Q13 JPA, an entity of the nested part is not found after its roll back")
    public void ghostByXact(Table items) throws Exception {
        ghost(items).holds(ways.byXact());
    }

    private Trap laterChange(Table items) {
        EntityManager entities = entities(items);
        return Trap.succeeding(
                        tables,
                        way -> way.transaction().run(() -> {
                            Item outer = new Item("outer");
                            entities.persist(outer);
                            failInside(way, () -> {
                                entities.persist(new Item("inner"));
                                entities.flush();
                            });
                            outer.setAmount(7);
                        }))
                .expecting(items.database(), "outer=7");
    }

    @DisplayName("bare: JPA, a later change to an entity of the outer part is lost, if somebody clears")
    public void laterChangeByHand(Table items) throws Exception {
        assertSilent(laterChange(items), clearing(items), items, "outer");
    }

    @DisplayName("S3 Q13 JPA, a later change to an entity of the outer part is kept")
    public void laterChangeByXact(Table items) throws Exception {
        laterChange(items).holds(ways.byXact());
    }

    private Trap undoneChange(Table items) {
        EntityManager entities = entities(items);
        return Trap.succeeding(
                        tables,
                        way -> way.transaction().run(() -> {
                            Item outer = new Item("outer");
                            entities.persist(outer);
                            failInside(way, () -> {
                                outer.setAmount(5);
                                entities.flush();
                            });
                            outer.setAmount(outer.amount() + 1);
                        }))
                .expecting(items.database(), "outer=1");
    }

    @DisplayName("bare: JPA, a change of the nested part comes back with the next one, if nobody clears")
    public void undoneChangeByHand(Table items) throws Exception {
        assertSilent(undoneChange(items), flushing(items), items, "outer=6");
    }

    @DisplayName("S3 Q13 JPA, a change of the nested part is undone in the entity, too")
    public void undoneChangeByXact(Table items) throws Exception {
        undoneChange(items).holds(ways.byXact());
    }

    private Trap unflushed(Table items) {
        EntityManager entities = entities(items);
        return Trap.succeeding(
                        tables,
                        way -> way.transaction().run(() -> {
                            entities.persist(new Item("outer"));
                            failInside(way, () -> entities.persist(new Item("inner")));
                        }))
                .expecting(items.database(), "outer");
    }

    @DisplayName("bare: JPA, an entity that was not flushed in the nested part is written after its roll back")
    public void unflushedByHand(Table items) throws Exception {
        assertSilent(unflushed(items), flushing(items), items, "inner", "outer");
    }

    @DisplayName("S3 Q13 JPA, an entity that was not flushed in the nested part is not written")
    public void unflushedByXact(Table items) throws Exception {
        unflushed(items).holds(ways.byXact());
    }
}

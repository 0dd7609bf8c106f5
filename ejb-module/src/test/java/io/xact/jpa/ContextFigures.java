// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import io.xact.internal.savepoint.PersistenceContexts.Memento;
import io.xact.support.Product;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Prints how what a scope costs grows with the number of managed entities, on H2: the note that it takes of them, and bringing them back, beside
 * the flush that Hibernate does itself. No test, and run by name only: {@code mvn -pl local-servers,ejb-module -Dtest=ContextFigures
 * -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
class ContextFigures extends JpaTest {

    private static final int TIMES = 21;

    ContextFigures() {
        super(Product.H2);
    }

    /** Medians, in nanoseconds. */
    private record Cost(long flush, long note, long restore) {

        @Override
        public String toString() {
            return "flush %d us, note %d us, restore %d us".formatted(flush / 1000, note / 1000, restore / 1000);
        }
    }

    private Cost cost(int entities) throws Exception {
        Cost[] cost = new Cost[1];
        deleteRows();
        transaction(() -> {
            for (int i = 0; i < entities; i++) {
                Account account = new Account(i, "account " + i);
                account.tags.add("tag");
                account.add("line");
                em().persist(account);
            }
            em().flush();
            cost[0] = measure();
        });
        return cost[0];
    }

    private Cost measure() {
        long[] flushes = new long[TIMES];
        long[] notes = new long[TIMES];
        long[] restores = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            contexts.flush();
            long flushed = System.nanoTime();
            Memento memento = contexts.note();
            long noted = System.nanoTime();
            memento.restore();
            long restored = System.nanoTime();
            flushes[i] = flushed - begin;
            notes[i] = noted - flushed;
            restores[i] = restored - noted;
        }
        return new Cost(median(flushes), median(notes), median(restores));
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    @Test
    void entities() throws Exception {
        cost(1_000); // warms up
        for (int accounts : new int[] {1_000, 2_000, 4_000}) {
            Cost cost = cost(accounts);
            System.out.printf(
                    Locale.ROOT,
                    "figures: %d accounts with a line each: %s; note / flush: %.2f, restore / flush: %.2f%n",
                    accounts,
                    cost,
                    (double) cost.note / cost.flush,
                    (double) cost.restore / cost.flush);
        }
    }
}

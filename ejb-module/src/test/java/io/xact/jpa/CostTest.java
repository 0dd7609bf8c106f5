// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.internal.savepoint.PersistenceContexts.Memento;
import io.xact.support.Product;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a scope costs beside many managed entities. */
class CostTest extends JpaTest {

    private static final int TIMES = 21;

    CostTest() {
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
    @DisplayName(
            "a note of a thousand accounts with a line each takes milliseconds, and four thousand about four times that")
    void notQuadratic() throws Exception {
        cost(1000); // warms up
        Cost thousand = cost(1000);
        Cost fourThousand = cost(4000);

        String figures = "1000: " + thousand + "; 4000: " + fourThousand;
        assertThat(Duration.ofNanos(thousand.note)).as(figures).isLessThan(Duration.ofMillis(100));
        assertThat(fourThousand.note).as(figures).isLessThan(12 * thousand.note);
        assertThat(fourThousand.restore).as(figures).isLessThan(12 * thousand.restore);
        org.jboss.logging.Logger.getLogger("cost").info(figures);
    }
}

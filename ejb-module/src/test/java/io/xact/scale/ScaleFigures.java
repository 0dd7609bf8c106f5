// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Prints how time and memory grow with the number of scopes in one transaction on PostgreSQL, beside the same inserts without
 * nested scopes and with savepoints by hand. No test, and run by name only: {@code mvn -pl local-servers,ejb-module -Dtest=ScaleFigures
 * -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
class ScaleFigures {

    private static final int ROUNDS = 5;

    private final Surroundings surroundings = Surroundings.of(Product.POSTGRESQL);
    private final Items items = surroundings.bean(Items.class);

    private interface Inserts {
        void run(int count) throws SQLException;
    }

    @AfterEach
    void deleteRows() throws SQLException {
        try (Connection connection = surroundings.orders().outside();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE item");
        }
    }

    @Test
    void siblings() throws SQLException {
        measure(this::plain, "warm-up", 1_000);
        measure(this::siblings, "warm-up", 1_000);
        measure(this::byHand, "warm-up", 1_000);
        for (int count : new int[] {1_000, 5_000, 10_000}) {
            double plain = measure(this::plain, "without nested scopes", count);
            double nested = measure(this::siblings, "sibling scopes", count);
            double byHand = measure(this::byHand, "savepoints by hand", count);
            print("%d siblings / plain: %.2f, / by hand: %.2f", count, nested / plain, nested / byHand);
        }
    }

    @Test
    void nesting() throws SQLException {
        measure(this::nested, "warm-up", 100);
        for (int depth : new int[] {50, 100, 250, 500}) {
            double plain = measure(this::plain, "without nested scopes", depth);
            double nested = measure(this::nested, "scopes in each other", depth);
            print("%d deep / plain: %.2f", depth, nested / plain);
        }
    }

    private void plain(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            items.insert("row " + i);
        }
    }

    private void siblings(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            String name = "row " + i;
            surroundings.xacts().run(() -> items.insert(name));
        }
    }

    /** What a developer without a library writes: each savepoint statement is a round trip. */
    private void byHand(int count) throws SQLException {
        DataSource pool = surroundings.orders().pool();
        for (int i = 0; i < count; i++) {
            Items.execute(pool, "SAVEPOINT sibling");
            Items.insert(pool, "row " + i);
            Items.execute(pool, "RELEASE SAVEPOINT sibling");
        }
    }

    private void nested(int depth) throws SQLException {
        if (depth > 0) {
            items.insert("row " + depth);
            surroundings.xacts().run(() -> nested(depth - 1));
        }
    }

    /** The best of some rounds, in microseconds an insert. */
    private double measure(Inserts inserts, String what, int count) throws SQLException {
        Round best = round(inserts, count);
        for (int i = 1; i < ROUNDS; i++) {
            Round next = round(inserts, count);
            best = next.time().compareTo(best.time()) < 0 ? next : best;
        }
        double each = best.time().toNanos() / 1_000.0 / count;
        print("%s: %d, %.0f us each, heap at the end %d KiB", what, count, each, best.heap() / 1024);
        return each;
    }

    private record Round(Duration time, long heap) {}

    private Round round(Inserts inserts, int count) throws SQLException {
        Round round = surroundings.xacts().call(() -> {
            Instant start = Instant.now();
            inserts.run(count);
            Duration time = Duration.between(start, Instant.now());
            surroundings.orders().wire().clear();
            return new Round(time, usedAfterGc());
        });
        assertThat(surroundings.orders().rows()).hasSize(count);
        deleteRows();
        return round;
    }

    private static long usedAfterGc() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void print(String format, Object... values) {
        System.out.printf(java.util.Locale.ROOT, "figures: " + format + "%n", values);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.figures.application.Work;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Tags;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a row and a message cost: by hand on two XA branches, held, with a commit-markable data source in the place of one branch, after the commit. Run by
 * name; nothing is asserted on time. One is timed after the other in each of many short rounds, so that what else goes on meets all.
 */
@Tag(Tags.CONFIGURED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitFigures {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = Integer.getInteger("xact.figures.rounds", 25);
    private static final int TRANSACTIONS_OF_THREAD = 60;

    private final ApplicationClient application = new ApplicationClient("figures");

    @SuppressWarnings("NullAway.Init") // before all tests
    private FiguresServer server;

    @BeforeAll
    void start() throws IOException, SQLException {
        server = new FiguresServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Microseconds for each transaction. */
    private double time(String dataSource, Work work, int threads) {
        int count = threads * TRANSACTIONS_OF_THREAD;
        HttpResponse<String> answer = application.send(
                "POST",
                "api/transactions?source=" + FiguresServer.jndiName(dataSource) + "&work=" + work + "&threads="
                        + threads + "&count=" + count);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Long.parseLong(answer.body()) / 1000.0 / count;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** What is timed beside the others. */
    private record Variant(String dataSource, Work work) {

        @Override
        public String toString() {
            return work + " on " + dataSource;
        }
    }

    private static final Variant BASE = new Variant(FiguresServer.XA, Work.ROW_AND_MESSAGE_BY_HAND);

    private static final List<Variant> VARIANTS = List.of(
            BASE,
            new Variant(FiguresServer.XA, Work.ROW_AND_HELD_MESSAGE),
            new Variant(FiguresServer.COMMIT_MARKABLE, Work.ROW_AND_HELD_MESSAGE),
            new Variant(FiguresServer.XA, Work.ROW_AND_MESSAGE_AFTER_COMMIT),
            new Variant(FiguresServer.XA, Work.ROW));

    private void compare(int threads) {
        Map<Variant, List<Double>> times = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Variant variant : VARIANTS) {
                double time = time(variant.dataSource(), variant.work(), threads);
                if (round >= 0) {
                    times.computeIfAbsent(variant, key -> new ArrayList<>()).add(time);
                }
            }
            application.send("DELETE", "api/transactions");
        }
        List<Double> base = times.getOrDefault(BASE, List.of());
        times.forEach((variant, each) -> System.out.printf(
                Locale.ROOT,
                "figures: %d threads, %s: %.0f us for each transaction (median of %d rounds), %.2f of %s (median ratio)%n",
                threads,
                variant,
                median(each),
                ROUNDS,
                median(ratios(each, base)),
                BASE));
    }

    private static List<Double> ratios(List<Double> times, List<Double> base) {
        return IntStream.range(0, times.size())
                .mapToObj(round -> times.get(round) / base.get(round))
                .toList();
    }

    @Test
    void commits() {
        compare(1);
        compare(8);
    }
}

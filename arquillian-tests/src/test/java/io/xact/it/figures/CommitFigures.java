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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a commit costs on two XA branches, and with a commit-markable data source in the place of one. Run by name; nothing is asserted
 * on time. One is timed after the other in each of many short rounds, so that what else goes on meets both.
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

    private void compare(Work work, int threads) {
        List<Double> xa = new ArrayList<>();
        List<Double> markable = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double timeOfXa = time(FiguresServer.XA, work, threads);
            double timeOfMarkable = time(FiguresServer.COMMIT_MARKABLE, work, threads);
            if (round >= 0) {
                xa.add(timeOfXa);
                markable.add(timeOfMarkable);
                ratios.add(timeOfMarkable / timeOfXa);
            }
            application.send("DELETE", "api/transactions");
        }
        System.out.printf(
                Locale.ROOT,
                "figures: %s, %d threads: XA %.0f us, commit-markable %.0f us for each transaction (medians of %d rounds); median ratio %.2f%n",
                work,
                threads,
                median(xa),
                median(markable),
                ROUNDS,
                median(ratios));
    }

    @Test
    void commits() {
        for (int threads : new int[] {1, 8}) {
            for (Work work : new Work[] {Work.ROW_AND_MESSAGE, Work.ROW}) {
                compare(work, threads);
            }
        }
    }
}

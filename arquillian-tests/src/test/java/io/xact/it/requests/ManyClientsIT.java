// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.support.LeakCheck;
import io.xact.it.support.LogStore;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * What is left of many clients' random requests, which fail in many ways. {@code -Dxact.it.requests} says how many;
 * {@code -Dxact.test.seed} sends those of an earlier run again.
 */
@Tag(Tags.ENGINE)
class ManyClientsIT extends ServerTest {

    private static final int CLIENTS = 64; // the server has fewer threads, and fewer connections to the database

    private static final RequestsClient APPLICATION = new RequestsClient("many");

    private static final long SEED = Long.getLong("xact.test.seed", System.nanoTime());

    private static final Set<String> SHARED = Set.of("shared-0", "shared-1");

    private static List<LoadAnswer> answers = List.of();

    private static List<String> leaks = List.of();

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war(APPLICATION.contextRoot());
    }

    @BeforeAll
    static void play() throws InterruptedException, ExecutionException {
        APPLICATION.clear();
        APPLICATION.post("steps", "insert:shared-0;insert:shared-1");
        int requests = Integer.getInteger("xact.it.requests");
        answers = new Load(APPLICATION.contextRoot(), SEED, requests).play(CLIENTS);
        within60Seconds(() -> APPLICATION.ended() == requests + 1); // a client that is gone doesn't see the end
        leaks = LeakCheck.leaks();
        within60Seconds(() -> {
            LogStore.clear(); // recovery may write a record again that it has just read
            return LeakCheck.leaks().stream().noneMatch(ManyClientsIT::isRecord);
        });
    }

    private static void within60Seconds(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    /** Of a commit that PostgreSQL has refused with a serialization failure: its driver is to blame for that. */
    private static boolean isRecord(String leak) {
        return leak.startsWith("in doubt") && leak.contains("HEURISTIC_HAZARD");
    }

    @Test
    @DisplayName("L8 L13 L15 a request that fails is answered so, whatever its handler has written before")
    void areAnsweredAsExpected(TestReporter reporter) {
        reporter.publishEntry("-Dxact.test.seed=" + SEED, census());
        assertThat(answers).hasSize(Integer.getInteger("xact.it.requests"));
        assertThat(answers.stream().filter(not(LoadAnswer::isExpected)))
                .as("answered otherwise; -Dxact.test.seed=%d", SEED)
                .isEmpty();
    }

    /** How many of each kind were answered with each status. */
    private static String census() {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.request().kind() + " " + answer.status(), TreeMap::new, Collectors.counting()))
                .toString();
    }

    @Test
    @DisplayName("L10 L13 L15 what is answered to be done is in PostgreSQL, and nothing else")
    void areKeptAsAnswered() {
        requireAsAnswered(Set.copyOf(APPLICATION.rows()), LoadRequest::rows);
    }

    @Test
    @DisplayName("L7 what is answered to be done is in the other database too, and nothing else")
    void areKeptInBothDatabases() {
        requireAsAnswered(Set.copyOf(APPLICATION.rowsOfH2()), LoadRequest::rowsInH2);
    }

    private static void requireAsAnswered(Set<String> kept, Function<LoadRequest, List<String>> rows) {
        Set<String> promised = rows(LoadAnswer::isPromise, rows);
        Set<String> unclear = rows(LoadAnswer::isGone, rows);
        assertThat(promised.stream().filter(not(kept::contains)))
                .as("lost; -Dxact.test.seed=%d", SEED)
                .isEmpty();
        assertThat(kept.stream()
                        .filter(not(promised::contains))
                        .filter(not(unclear::contains))
                        .filter(not(SHARED::contains)))
                .as("kept though it was refused; -Dxact.test.seed=%d", SEED)
                .isEmpty();
    }

    private static Set<String> rows(Predicate<LoadAnswer> which, Function<LoadRequest, List<String>> rows) {
        return with(which)
                .flatMap(answer -> rows.apply(answer.request()).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<LoadAnswer> with(Predicate<LoadAnswer> which) {
        return answers.stream().filter(which);
    }

    @Test
    @DisplayName("L7 L10 of a request whose client is gone, all is kept or nothing")
    void areKeptAsAWhole() {
        Set<String> inPostgresql = Set.copyOf(APPLICATION.rows());
        Set<String> inH2 = Set.copyOf(APPLICATION.rowsOfH2());
        assertThat(with(LoadAnswer::isGone)).isNotEmpty();
        assertThat(with(LoadAnswer::isGone).filter(answer -> !isWhole(answer.request(), inPostgresql, inH2)))
                .as("kept in part; -Dxact.test.seed=%d", SEED)
                .isEmpty();
    }

    private static boolean isWhole(LoadRequest request, Set<String> inPostgresql, Set<String> inH2) {
        boolean isKept = inPostgresql.contains(request.name());
        return request.rows().stream().allMatch(row -> inPostgresql.contains(row) == isKept)
                && request.rowsInH2().stream().allMatch(row -> inH2.contains(row) == isKept);
    }

    @Test
    @DisplayName("L10 L15 changes of rows that all clients change are kept as often as that was answered")
    void losesNoUpdate() {
        assertThat(APPLICATION.increments())
                .as("-Dxact.test.seed=%d", SEED)
                .isEqualTo(with(LoadAnswer::isContended)
                        .filter(LoadAnswer::isPromise)
                        .count());
    }

    @Test
    @DisplayName("L10 no transaction, connection or branch is left open, and no record but those of refused commits")
    void leavesNothingOpen() {
        assertThat(leaks).as("-Dxact.test.seed=%d", SEED).allMatch(ManyClientsIT::isRecord);
        assertThat(leaks.size()).as("-Dxact.test.seed=%d", SEED).isLessThanOrEqualTo((int)
                with(LoadAnswer::isContended).filter(not(LoadAnswer::isPromise)).count());
    }

    @Test
    @DisplayName("L4 L10 no thread has a scope or a transaction before or after a request")
    void leavesThreadsClean() {
        assertThat(APPLICATION.unclean()).as("-Dxact.test.seed=%d", SEED).isEmpty();
    }

    @Test
    @DisplayName("L10 of answers that were held in files, no file is left, open or not")
    void leavesNoFile() {
        assertThat(AnswerFiles.present()).as("-Dxact.test.seed=%d", SEED).isEmpty();
    }
}

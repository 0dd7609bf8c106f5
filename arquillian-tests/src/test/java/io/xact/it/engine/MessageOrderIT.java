// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static io.xact.it.engine.order.Sending.HELD;
import static io.xact.it.engine.order.Sending.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.order.Sending;
import io.xact.it.engine.order.Way;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether a consumer that looks for a message's row as soon as the message comes finds it: with the producer of {@code @OnCommit}, and with
 * a session of the server's that is enlisted where the message is sent. {@code -Dxact.it.messages} says how many transactions of each kind
 * are committed; a table of what was early is left in {@code target/message-order.txt}.
 */
@Tag(Tags.ENGINE)
class MessageOrderIT extends ServerTest {

    private static final int COUNT = Integer.getInteger("xact.it.messages");

    private static final int WITNESSES = 20;

    private static final Map<Kind, OrderRun> RUNS = new HashMap<>();

    private record Kind(Way way, Database database, Sending by) {}

    @Deployment(testable = false)
    static WebArchive application() {
        return EngineArchives.warWithEntities("order").addPackage(Way.class.getPackage());
    }

    @BeforeAll
    static void play() throws IOException {
        for (Way way : Way.values()) {
            for (Database database : Database.values()) {
                for (Sending by : Sending.values()) {
                    RUNS.put(new Kind(way, database, by), OrderRun.play(way, by, database, COUNT));
                }
            }
        }
        Files.writeString(Path.of(System.getProperty("xact.it.runs")).resolveSibling("message-order.txt"), table());
    }

    private static String table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "by hand: early of %d | undone in a nested scope, but came, of %d | with @OnCommit: early | undone, but came | way"
                        .formatted(
                                COUNT,
                                run(Way.NESTED, Database.POSTGRESQL, PLAIN).undoneInNested()));
        kinds().forEach(kind -> {
            Way way = (Way) kind.get()[0];
            Database database = (Database) kind.get()[1];
            lines.add("%s | %s | %s (%s)"
                    .formatted(
                            figures(run(way, database, PLAIN)),
                            figures(run(way, database, HELD)),
                            way.description(),
                            database));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String figures(OrderRun run) {
        return run.early().size() + " | " + run.ghosts().size();
    }

    private static OrderRun run(Way way, Database database, Sending by) {
        return Objects.requireNonNull(RUNS.get(new Kind(way, database, by)), "played");
    }

    static Stream<Arguments> kinds() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Database.values()).map(database -> Arguments.of(way, database)));
    }

    static Stream<Arguments> kindsThatAreEarlyByHand() {
        return kinds().filter(kind -> ((Way) kind.get()[0]).isEarlyByHand((Database) kind.get()[1]));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("S4 N13 N16 the consumer of a held message finds the row, whatever the order of row and message")
    void isNeverEarly(Way way, Database database) {
        assertThat(run(way, database, HELD).early()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("S4 N1 N11 each held message of what is committed comes once, with the identifier that send has told")
    void comesOnce(Way way, Database database) {
        OrderRun run = run(way, database, HELD);
        assertThat(run.kept()).hasSize(COUNT);
        assertThat(run.arrived()).containsExactlyInAnyOrderElementsOf(run.kept());
        assertThat(run.identifiers()).doesNotHaveDuplicates().noneMatch("none"::equals);
        assertThat(run.addedToQueue()).as("counted by the broker").isEqualTo(COUNT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("S4 N2 N3 no held message comes of what is rolled back, the transaction or a nested scope alone")
    void isUndone(Way way, Database database) {
        OrderRun run = run(way, database, HELD);
        assertThat(run.undone()).hasSizeGreaterThanOrEqualTo(COUNT / 2);
        assertThat(run.ghosts()).isEmpty();
    }

    /** Without this the tests above could be blind. */
    @ParameterizedTest
    @MethodSource("kindsThatAreEarlyByHand")
    @DisplayName("a message that is sent by hand is early, where its session is enlisted before the row is written")
    void isEarlyByHand(Way way, Database database) {
        assertThat(run(way, database, PLAIN).early()).isNotEmpty();
    }

    @Test
    @DisplayName("a message that is sent by hand in a nested scope comes, though that scope is rolled back")
    void staysByHand(TestReporter reporter) {
        reporter.publishEntry("messages", table());
        assertThat(run(Way.MESSAGE_THEN_ROW, Database.POSTGRESQL, PLAIN).ghosts())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "N13 the database has committed, and the broker hasn't, when a branch is that was enlisted after the row")
    void commitsBehindTheDatabase(Database database) {
        assertThat(witnesses(HELD, database)).containsOnly("row, no message");
    }

    /** Without this the test above could be blind. */
    @ParameterizedTest
    @EnumSource
    @DisplayName("of a message that is sent by hand before the row, the broker has committed first")
    void commitsFirstByHand(Database database) {
        assertThat(witnesses(PLAIN, database)).contains("row, message");
    }

    private static List<String> witnesses(Sending by, Database database) {
        OrderRun.clear();
        return IntStream.range(0, WITNESSES)
                .mapToObj(number -> OrderRun.witness(by, database, "witness-" + number))
                .toList();
    }
}

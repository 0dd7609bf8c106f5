// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.order.Sending;
import io.xact.it.engine.order.Way;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.JmsQueue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * What many transactions of one kind have sent, and what came of it.
 *
 * @param sent a line for each message: name, identifier, and whether it is kept or undone
 * @param received a line for each that came: name, identifier, and whether its row was seen or it was early
 * @param addedToQueue how many the broker has counted
 */
record OrderRun(List<String> sent, List<String> received, long addedToQueue) {

    private static final ApplicationClient APPLICATION = new ApplicationClient("order");

    private static final int AT_ONCE = 50;

    /** Has transactions run, and waits until all that they have sent is received. */
    static OrderRun play(Way way, Sending by, Database database, int count) {
        JmsQueue queue = JmsQueue.ofDeployment("order.war");
        long before = queue.added();
        succeeding("DELETE", "");
        List<String> sent = new ArrayList<>();
        for (int from = 0; from < count; from += AT_ONCE) {
            sent.addAll(succeeding(
                    "POST",
                    "?way=%s&by=%s&database=%s&from=%d&count=%d"
                            .formatted(way, by, database, from, Math.min(AT_ONCE, count - from))));
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(queue::isEmpty);
        return new OrderRun(sent, succeeding("GET", ""), queue.added() - before);
    }

    /** What there is of one transaction when a branch is committed that was enlisted after its row. */
    static String witness(Sending by, Database database, String name) {
        return String.join(
                "\n", succeeding("POST", "/witness?by=%s&database=%s&name=%s".formatted(by, database, name)));
    }

    static void clear() {
        succeeding("DELETE", "");
    }

    private static List<String> succeeding(String method, String more) {
        HttpResponse<String> answer = APPLICATION.send(method, "api/order" + more);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return answer.body().lines().toList();
    }

    /** The messages of transactions that were committed, each with its identifier. */
    List<String> kept() {
        return sentLines(" kept");
    }

    /** Those of what was rolled back. */
    List<String> undone() {
        return sentLines(" undone");
    }

    /** How many of these were rolled back with a nested scope alone. */
    long undoneInNested() {
        return undone().stream().filter(line -> line.contains("-nested ")).count();
    }

    private List<String> sentLines(String fate) {
        return lines(sent, line -> line.endsWith(fate));
    }

    /** The messages that came before their row was to be seen. */
    List<String> early() {
        return lines(received, line -> line.endsWith(" early") && kept().contains(message(line)));
    }

    /** The messages that came though they were undone. */
    List<String> ghosts() {
        return lines(received, line -> undone().contains(message(line)));
    }

    /** The messages that came. */
    List<String> arrived() {
        return lines(received, line -> true);
    }

    private static List<String> lines(List<String> lines, Predicate<String> which) {
        return lines.stream().filter(which).map(OrderRun::message).toList();
    }

    private static String message(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }

    /** The identifiers of all messages that were sent. */
    Stream<String> identifiers() {
        return sent.stream().map(line -> line.split(" ", -1)[1]);
    }
}

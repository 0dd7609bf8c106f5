// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.requests.AnswerSequence.By;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random sequences. The same seed gives the same sequence. */
final class AnswerSequences {

    private static final String[] HEADERS = {"X-One", "x-one", "X-Two", "Cache-Control", "Content-Language", "Location"
    };

    private final Random random;
    private final AnswerSequence sequence;

    private AnswerSequences(long seed) {
        this.random = new Random(seed);
        this.sequence = new AnswerSequence(of("steps", "steps", "small", "lenient"), new EnumMap<>(By.class));
    }

    static AnswerSequence of(long seed) {
        return new AnswerSequences(seed).sequence();
    }

    private AnswerSequence sequence() {
        for (By who : By.values()) {
            int most = who == By.HANDLER ? 9 : Math.max(0, random.nextInt(9) - 5);
            List<AnswerStep> steps = new ArrayList<>();
            sequence.steps().put(who, steps);
            for (int i = 0; i < most; i++) {
                addTo(steps);
            }
        }
        sequence.steps().values().removeIf(List::isEmpty);
        return sequence;
    }

    /** A step, if the sequence can be compared with it. */
    private void addTo(List<AnswerStep> steps) {
        steps.add(stepOrNested(2));
        if (!BareAnswer.tellsOf(sequence)) {
            steps.remove(steps.size() - 1);
        }
    }

    private AnswerStep stepOrNested(int depth) {
        return depth > 0 && random.nextInt(10) == 0 ? nested(depth - 1) : step();
    }

    private AnswerStep nested(int depth) {
        List<AnswerStep> inside = Stream.generate(() -> stepOrNested(depth))
                .limit(random.nextInt(6))
                .toList();
        return random.nextBoolean() ? AnswerStep.forward(inside) : AnswerStep.include(inside);
    }

    private AnswerStep step() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> head();
            case 2, 3 -> header();
            case 4, 5 -> content();
            case 6 -> tell();
            case 7 ->
                random.nextInt(3) == 0 ? end() : step("status", of("200", "201", "204", "302", "304", "404", "500"));
            case 8 -> step(of("reset", "reset-buffer"));
            default -> random.nextInt(2) == 0 ? leave() : content();
        };
    }

    private AnswerStep head() {
        return switch (random.nextInt(6)) {
            case 0 -> step("status", of("202", "303", "400", "409", "418", "503", "507"));
            case 1 -> step("cookie", of("a", "b") + "=" + random.nextInt(9));
            case 2 -> step("length", of("0", "1", "5", "300", "9000"));
            case 3 -> step("locale", of("de-AT", "ja-JP", "ru"));
            case 4 ->
                step(
                        "encoding",
                        of(
                                "UTF-8",
                                "utf-8",
                                "ISO-8859-1",
                                "UTF-16",
                                "US-ASCII",
                                "Shift_JIS",
                                "ISO-2022-JP",
                                "no-such"));
            default ->
                step(
                        of("type", "content-type"),
                        of(
                                "text/plain",
                                "text/html;charset=UTF-8",
                                "text/html; charset=windows-1252",
                                "image/png",
                                "odd"));
        };
    }

    private AnswerStep header() {
        String name = of(HEADERS);
        return switch (random.nextInt(7)) {
            case 0 -> step("no-header", name);
            case 1 -> step(of("int-header", "add-int-header"), name + "=" + random.nextInt(-1, 9));
            case 2 -> step(of("date-header", "add-date-header"), name + "=" + of("0", "-1", "1790000000000"));
            default -> step(of("header", "add-header"), name + "=" + of("one", "two, three", "a;b=\"c\"", "", " "));
        };
    }

    private AnswerStep content() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> step("write", of("five5", "ä€", "日本", "\uD83D\uDE00", "<p>", ""));
            case 2 -> step("chars", of("0", "1", "900", "5000"));
            case 3 -> step("unit", of("65", "228", "12354"));
            default -> step("bytes", of("0", "1", "5", "999", "1000", "1001", "9000"));
        };
    }

    private AnswerStep tell() {
        return random.nextBoolean()
                ? step(of("tell-header", "tell-first-header"), of("X-One", "x-two", "Content-Type", "Content-Length"))
                : step(of("tell-headers", "tell-status", "tell-type", "tell-committed"));
    }

    /** From here on the container's own answer is on its way. */
    private AnswerStep leave() {
        return random.nextInt(3) == 0
                ? step(of("bytes", "chars"), of("16384", "16385", "20000", "40000"))
                : step(of("flush", "flush-writer", "flush-stream", "close-writer", "close-stream"));
    }

    private AnswerStep end() {
        return switch (random.nextInt(4)) {
            case 0 -> step("error", of("400", "404", "500", "503", "507"));
            case 1 -> step("error-text", of("400", "409", "507") + "=" + of("why", "wärum <b>", ""));
            case 2 ->
                step(
                        "redirect",
                        of("http://example.org/x?a=b#c", "/there", "there", "../there?a=b", "?a", "", "//h/x"));
            default -> step(of("throw", "throw-io", "throw-error", "throw-servlet"), "thrown");
        };
    }

    private static AnswerStep step(String name) {
        return new AnswerStep(name, "");
    }

    private static AnswerStep step(String name, String argument) {
        return name.equals("content-type")
                ? new AnswerStep("header", "Content-Type=" + argument)
                : new AnswerStep(name, argument);
    }

    private String of(String... values) {
        return values[random.nextInt(values.length)];
    }
}

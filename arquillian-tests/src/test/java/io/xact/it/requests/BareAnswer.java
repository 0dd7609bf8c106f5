// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.requests.AnswerSequence.By;
import java.util.List;

/**
 * How far an answer has come that nobody holds. From there on some steps would do other things to it than to one that is held, because a
 * held answer has not left, and because the container's own has its quirks. What a held answer is meant to do there is in {@link
 * AnswerDifferencesIT}.
 */
final class BareAnswer {

    private static final int BUFFERED_BYTES = 16_000;

    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private enum State {
        OPEN,
        /** Its head has left. */
        FLUSHED,
        /** All of it has left. */
        CLOSED,
        ERROR,
        REDIRECTED
    }

    private enum Use {
        NONE,
        WRITER,
        STREAM
    }

    private State state = State.OPEN;
    private Use use = Use.NONE;
    private boolean isUsedOutside;
    private boolean hasCookie;
    private boolean hasLength;
    private boolean hasOddEncoding;
    private int bytes;
    private int includes;
    private By by = By.FILTER_OUTSIDE;

    /** Whether a held answer has to become the same. */
    static boolean tellsOf(AnswerSequence sequence) {
        BareAnswer answer = new BareAnswer();
        for (By who : By.values()) {
            answer.nowBy(who);
            if (!answer.takeAll(sequence.steps().getOrDefault(who, List.of()))) {
                return false;
            }
        }
        return true;
    }

    private void nowBy(By who) {
        isUsedOutside |= by == By.FILTER_OUTSIDE && use != Use.NONE;
        by = who;
    }

    private boolean takeAll(List<AnswerStep> steps) {
        return steps.stream().allMatch(this::take);
    }

    /** Takes a step, unless a held answer would become another one. */
    private boolean take(AnswerStep step) {
        return switch (step.name()) {
            case "include" -> state == State.OPEN && include(step.inside());
            case "forward" -> state == State.OPEN && includes == 0 && by == By.HANDLER && forward(step.inside());
            case "unit" -> write(Use.WRITER, MOST_BYTES_OF_A_CHARACTER);
            case "write" -> write(Use.WRITER, step.argument().length() * MOST_BYTES_OF_A_CHARACTER);
            case "chars" -> write(Use.WRITER, Integer.parseInt(step.argument()) * MOST_BYTES_OF_A_CHARACTER);
            case "bytes" ->
                state != State.ERROR && state != State.CLOSED && write(Use.STREAM, Integer.parseInt(step.argument()));
            case "flush", "flush-writer", "flush-stream" -> flush(step.name());
            case "close-writer" -> state != State.ERROR && use(Use.WRITER) && close();
            case "close-stream" -> state != State.ERROR && use(Use.STREAM) && close();
            case "reset", "reset-buffer" -> state == State.OPEN && !hasCookie && !hasLength && reset(step.name());
            case "error", "error-text" -> (state == State.OPEN || state == State.ERROR) && error();
            case "redirect" ->
                (state == State.OPEN || (state == State.ERROR && !hasLength))
                        && includes == 0
                        && conclude(State.REDIRECTED);
            case "throw", "throw-io", "throw-error", "throw-servlet" ->
                !hasLength && (state == State.OPEN || state == State.ERROR);
            default -> step.name().startsWith("tell") ? tell() : head(step);
        };
    }

    private boolean include(List<AnswerStep> inside) {
        includes++;
        boolean isTaken = takeAll(inside);
        includes--;
        return isTaken;
    }

    /** The container closes what was forwarded, by a writer of its own making if there is none, and that changes the content type. */
    private boolean forward(List<AnswerStep> inside) {
        bytes = 0;
        if (!takeAll(inside)) {
            return false;
        }
        boolean isClosed = state == State.OPEN || state == State.FLUSHED;
        boolean isWriterAsked = use == Use.NONE || (use == Use.STREAM && isUsedOutside);
        if (isClosed && (isWriterAsked || hasOddEncoding)) {
            return false;
        }
        state = isClosed ? State.CLOSED : state;
        return true;
    }

    private boolean use(Use wanted) {
        boolean isOther = use != Use.NONE && use != wanted;
        boolean failsInBoth = state == State.OPEN && !hasLength && !isUsedOutside && by != By.FILTER_OUTSIDE_AFTERWARDS;
        boolean hasLeft = state == State.FLUSHED || state == State.CLOSED;
        boolean failsInBare = state == State.ERROR && hasOddEncoding && wanted == Use.WRITER;
        if ((isOther && !failsInBoth) || (use == Use.NONE && hasLeft) || failsInBare) {
            return false;
        }
        use = isOther ? use : wanted;
        return true;
    }

    private boolean write(Use wanted, int count) {
        if (!use(wanted) || (hasLength && count == 0)) {
            return false;
        }
        bytes += count;
        boolean isLong = bytes > BUFFERED_BYTES;
        if (isLong && (state == State.ERROR || hasLength)) {
            return false;
        }
        state = isLong && state == State.OPEN ? State.FLUSHED : state;
        return true;
    }

    private boolean tell() {
        return isChangeable() && use != Use.STREAM && write(Use.WRITER, 200);
    }

    private boolean flush(String name) {
        boolean isUsed = name.equals("flush") || use(name.equals("flush-writer") ? Use.WRITER : Use.STREAM);
        boolean isUsable = isUsed && !(hasLength && bytes == 0);
        if (isUsable && state == State.OPEN && includes == 0) {
            state = State.FLUSHED;
        }
        return isUsable;
    }

    private boolean close() {
        if (includes == 0 && (state == State.OPEN || state == State.FLUSHED)) {
            state = State.CLOSED;
        }
        return true;
    }

    private boolean reset(String name) {
        bytes = 0;
        use = name.equals("reset") ? Use.NONE : use;
        return true;
    }

    private boolean error() {
        return includes > 0 || conclude(State.ERROR);
    }

    /** The first one stays. */
    private boolean conclude(State concluded) {
        if (state == State.OPEN) {
            state = concluded;
            use = concluded == State.ERROR ? Use.NONE : use;
        }
        return true;
    }

    private boolean head(AnswerStep step) {
        hasCookie |= step.name().equals("cookie");
        hasOddEncoding |= step.argument().equals("no-such");
        hasLength |= step.name().equals("length");
        return switch (step.name()) {
            case "cookie", "header", "no-header", "int-header", "date-header" -> isHeadOpen();
            case "add-header", "add-int-header", "add-date-header" -> isHeadOpen() && !hasLength;
            case "length" -> isHeadOpen() && use == Use.NONE && !hasOddEncoding;
            case "encoding" -> isChangeable() && !hasLength;
            default -> isChangeable();
        };
    }

    private boolean isHeadOpen() {
        return state == State.OPEN || state == State.REDIRECTED;
    }

    private boolean isChangeable() {
        return state != State.FLUSHED && state != State.CLOSED;
    }
}

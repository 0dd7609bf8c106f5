// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that a handler does with its answer.
 *
 * @param name what it does
 * @param argument with what; empty for nothing
 * @param inside what the handler does that is forwarded to, or included
 */
record AnswerStep(String name, String argument, List<AnswerStep> inside) {

    AnswerStep(String name, String argument) {
        this(name, argument, List.of());
    }

    static AnswerStep forward(List<AnswerStep> inside) {
        return new AnswerStep("forward", "", inside);
    }

    static AnswerStep include(List<AnswerStep> inside) {
        return new AnswerStep("include", "", inside);
    }

    boolean isNested() {
        return name.equals("forward") || name.equals("include");
    }

    AnswerStep around(List<AnswerStep> steps) {
        return new AnswerStep(name, argument, steps);
    }

    static String text(List<AnswerStep> steps) {
        return steps.stream().map(AnswerStep::toString).collect(Collectors.joining(";"));
    }

    /** As the application reads it; the handler that is called is beside the one that calls. */
    @Override
    public String toString() {
        if (isNested()) {
            return name + ":inside?do=" + URLEncoder.encode(text(inside), StandardCharsets.UTF_8);
        }
        return argument.isEmpty() ? name : name + ":" + argument.replace(";", "%3B");
    }
}

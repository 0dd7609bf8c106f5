// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.List;

/** A program as text: one line for a step, what is inside it is indented. */
public final class Text {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    Text line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
        return this;
    }

    Text block(String head, List<Step> steps) {
        return line(head + " {").inside(steps).line("}");
    }

    private Text inside(List<Step> steps) {
        depth++;
        steps.forEach(step -> step.print(this));
        depth--;
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.List;

/**
 * A program.
 *
 * @param owner who owns a transaction around it
 * @param steps what it does
 */
public record Program(Owner owner, List<Step> steps) {

    public enum Owner {
        NONE("program"),
        COMMITS("somebody's transaction, committed at the end"),
        ROLLS_BACK("somebody's transaction, rolled back at the end");

        private final String title;

        Owner(String title) {
            this.title = title;
        }
    }

    public Program {
        steps = List.copyOf(steps);
    }

    static Program of(Step... steps) {
        return new Program(Owner.NONE, List.of(steps));
    }

    static Program owned(Step... steps) {
        return new Program(Owner.COMMITS, List.of(steps));
    }

    int size() {
        return (int) toString()
                        .lines()
                        .filter(line -> !line.strip().equals("}"))
                        .count()
                - 1;
    }

    @Override
    public String toString() {
        return "\n" + new Text().block(owner.title, steps);
    }
}

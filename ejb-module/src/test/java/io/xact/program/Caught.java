// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.List;

/** Catches whatever is thrown in it. */
record Caught(List<Step> steps) implements Nest {

    Caught {
        steps = List.copyOf(steps);
    }

    static Caught of(Step... steps) {
        return new Caught(List.of(steps));
    }

    @Override
    public Step around(List<Step> other) {
        return new Caught(other);
    }

    @Override
    public void play(Play play) {
        try {
            play.run(steps);
        } catch (Throwable t) {
            play.caught(t);
        }
    }

    @Override
    public void print(Text text) {
        text.block("catching", steps);
    }

    /** Code of a library, whose failure marks the scope. */
    record Marking(List<Step> steps) implements Nest {

        Marking {
            steps = List.copyOf(steps);
        }

        @Override
        public Step around(List<Step> other) {
            return new Marking(other);
        }

        @Override
        public void play(Play play) throws Throwable {
            play.met(Construct.MARKED_ON_ERROR);
            play.world().markOnError(() -> play.run(steps));
        }

        @Override
        public void print(Text text) {
            text.block("markOnError", steps);
        }
    }
}

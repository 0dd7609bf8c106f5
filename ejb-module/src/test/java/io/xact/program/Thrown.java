// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.Rollback;
import java.util.Locale;

/** Throws something of the program's own, which nobody else throws. */
record Thrown(Kind kind) implements Step {

    enum Kind {
        UNCHECKED,
        CHECKED,
        ERROR,
        LISTED,
        ROLLBACK,
        ROLLBACK_WITH_VALUE
    }

    /** What some scopes list in {@code dontRollbackOn}. */
    static final class Listed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What none lists. */
    static final class Checked extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void play(Play play) throws Throwable {
        switch (kind) {
            case UNCHECKED -> play.raise(Construct.THROWN_UNCHECKED, new IllegalArgumentException());
            case CHECKED -> play.raise(Construct.THROWN_CHECKED, new Checked());
            case ERROR -> play.raise(Construct.THROWN_ERROR, new AssertionError());
            case LISTED -> play.raise(Construct.THROWN_LISTED, new Listed());
            case ROLLBACK -> play.raise(Construct.ROLLBACK, new Rollback());
            case ROLLBACK_WITH_VALUE ->
                play.raise(Construct.ROLLBACK_WITH_VALUE, Rollback.returning(play.name("value of Rollback")));
        }
    }

    @Override
    public void print(Text text) {
        text.line("throw " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Throws what the program threw last, the same instance. */
    record Again() implements Step {

        @Override
        public void play(Play play) throws Throwable {
            play.raiseAgain();
        }

        @Override
        public void print(Text text) {
            text.line("throw the same again");
        }
    }

    /**
     * Throws a serialization failure.
     *
     * @param times how often, before it passes
     */
    record Passing(int times) implements Step {

        @Override
        public void play(Play play) throws Throwable {
            play.raisePassing(this, times);
        }

        @Override
        public void print(Text text) {
            text.line("throw a serialization failure, " + times + " times");
        }
    }
}

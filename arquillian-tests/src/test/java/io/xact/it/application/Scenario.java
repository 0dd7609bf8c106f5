// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import io.xact.Rollback;
import org.jspecify.annotations.Nullable;

/** What the application is asked to do; each scenario leaves rows, notes, and returns or fails. */
public enum Scenario {
    /** Leaves {@code a}. */
    RETURN(stage -> stage.scope(() -> stage.insert("a"))),

    /** Fails in the outermost scope after its work. */
    FAIL(stage -> stage.scope(() -> {
        stage.insert("a");
        throw new RefusedException();
    })),

    /** A nested scope succeeds. */
    NEST(stage -> stage.scope(() -> {
        stage.insert("outer");
        stage.scope(() -> stage.insert("inner"));
        stage.insert("after");
    })),

    /** A nested scope fails after its work; the outer one goes on. */
    NEST_AND_FAIL(stage -> stage.scope(() -> {
        stage.insert("outer");
        stage.attempt(() -> stage.scope(() -> {
            stage.insert("inner");
            throw new RefusedException();
        }));
        stage.insert("after");
    })),

    /** A nested scope fails by an unchecked exception; the outer one goes on. */
    NEST_AND_FAIL_UNCHECKED(stage -> stage.scope(() -> {
        stage.insert("outer");
        stage.attempt(() -> stage.scope(() -> {
            stage.insert("inner");
            throw new IllegalStateException("thrown by the application");
        }));
        stage.insert("after");
    })),

    /** A nested scope succeeds, and the outer one fails. */
    NEST_AND_FAIL_OUTSIDE(stage -> stage.scope(() -> {
        stage.insert("outer");
        stage.scope(() -> stage.insert("inner"));
        throw new RefusedException();
    })),

    /** A nested scope works, and then a statement in it fails; the outer one goes on. */
    NEST_AND_FAIL_BY_STATEMENT(stage -> stage.scope(() -> {
        stage.insert("outer");
        stage.attempt(() -> stage.scope(() -> {
            stage.insert("inner");
            stage.insert("outer");
        }));
        stage.insert("after");
    })),

    /** A nested scope throws a {@link Rollback}. */
    NEST_AND_ROLL_BACK(stage -> stage.scope(() -> {
        stage.insert("outer");
        stage.attempt(() -> stage.scope(() -> {
            stage.insert("inner");
            throw new Rollback();
        }));
        stage.insert("after");
    })),

    /** A nested scope sets its flag. */
    NEST_AND_SET_ROLLBACK(stage -> stage.scope(() -> {
        stage.insert("outer");
        stage.attempt(() -> stage.scope(() -> {
            stage.insert("inner");
            stage.xacts().setRollback(true);
        }));
        stage.insert("after");
    })),

    /** Hooks in the outermost scope, in one that is kept and in one that fails. */
    HOOKS(stage -> stage.scope(() -> {
        stage.xacts().onCommit(() -> stage.note("first"));
        stage.scope(() -> {
            stage.xacts().onCommit(() -> stage.note("second"));
            stage.xacts().onRollback(() -> stage.note("never"));
        });
        stage.attempt(() -> stage.scope(() -> {
            stage.xacts().onCommit(() -> stage.note("dropped"));
            stage.xacts().onRollback(() -> stage.note("undone"));
            throw new RefusedException();
        }));
        stage.xacts().onCommit(() -> stage.note("third"));
        stage.note("body");
    })),

    /** How deep one is before, in, between and after scopes. */
    DEPTH(stage -> {
        noteDepth(stage);
        stage.scope(() -> {
            noteDepth(stage);
            stage.scope(() -> noteDepth(stage));
            noteDepth(stage);
        });
        noteDepth(stage);
    });

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above hold nothing
    private final Play play;

    @FunctionalInterface
    private interface Play {
        void on(Stage stage) throws Exception;
    }

    Scenario(Play play) {
        this.play = play;
    }

    private static void noteDepth(Stage stage) {
        stage.note(Integer.toString(stage.xacts().depth()));
    }

    /**
     * Plays it.
     *
     * @return what it failed with, if it did
     */
    public @Nullable Exception play(Stage stage) {
        try {
            play.on(stage);
            return null;
        } catch (Exception e) {
            return e;
        }
    }
}

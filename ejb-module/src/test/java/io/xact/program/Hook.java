// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.List;

/** Registers a hook, which is a program itself. */
record Hook(Kind kind, List<Step> steps) implements Nest {

    enum Kind {
        ON_COMMIT("onCommit", Construct.HOOK_ON_COMMIT),
        ROBUST("onCommitRobust", Construct.HOOK_ROBUST),
        ON_ROLLBACK("onRollback", Construct.HOOK_ON_ROLLBACK);

        private final String method;
        private final Construct construct;

        Kind(String method, Construct construct) {
            this.method = method;
            this.construct = construct;
        }
    }

    Hook {
        steps = List.copyOf(steps);
    }

    static Hook of(Kind kind, Step... steps) {
        return new Hook(kind, List.of(steps));
    }

    @Override
    public Step around(List<Step> other) {
        return new Hook(kind, other);
    }

    @Override
    public void play(Play play) {
        play.met(kind.construct);
        play.register(this);
    }

    @Override
    public void print(Text text) {
        text.block(kind.method, steps);
    }
}

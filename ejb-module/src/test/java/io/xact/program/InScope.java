// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactScope;
import java.util.List;
import java.util.stream.Stream;

/** Runs steps in a scope. */
record InScope(ScopeShape shape, List<Step> steps) implements Nest {

    InScope {
        steps = List.copyOf(steps);
    }

    static InScope lambda(Step... steps) {
        return of(ScopeShape.of(ScopeShape.How.LAMBDA), steps);
    }

    static InScope of(ScopeShape shape, Step... steps) {
        return new InScope(shape, List.of(steps));
    }

    @Override
    public Step around(List<Step> other) {
        return new InScope(shape, other);
    }

    @Override
    public Stream<Step> plainer() {
        return shape.plainer().map(plainer -> new InScope(plainer, steps));
    }

    @Override
    public void play(Play play) throws Throwable {
        shape.constructs(play.world().depth() > 0).forEach(play::met);
        if (shape.how().isBegun()) {
            byHand(play);
        } else {
            Object result = play.world().call(shape, () -> {
                play.run(steps);
                return play.name("value");
            });
            play.say("scope returns " + result);
        }
    }

    private void byHand(Play play) throws Throwable {
        try (XactScope scope = play.world().begin(shape)) {
            play.run(steps);
            if (shape.how().isFailed()) {
                scope.fail(play.own(new IllegalStateException()));
            }
            if (shape.how().isCommitted()) {
                scope.commit();
            }
        }
        play.say("scope has ended");
    }

    @Override
    public void print(Text text) {
        text.block("scope by " + shape, steps);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactOptions;

/** Group C: one definition, nested in itself. */
public final class ReuseShapes {

    @Shape(
            value = "C1 options and a method, each nested in itself: both levels are kept",
            leaves = {"outer", "inner", "outer method", "inner method"})
    public void bothKept(Stage stage) throws Throwable {
        XactOptions options = stage.xacts().with().named("again");
        options.run(() -> {
            stage.insert("outer");
            options.run(() -> stage.insert("inner"));
        });
        stage.scopes().run(() -> {
            stage.insert("outer method");
            stage.scopes().run(() -> {
                assertThat(stage.xacts().depth()).isEqualTo(stage.depthAround() + 2);
                stage.insert("inner method");
            });
        });
    }

    @Shape(
            value = "C2 nested in itself, a failure of the inner level costs that level only",
            leaves = {"outer", "after"})
    public void innerFails(Stage stage) throws Throwable {
        stage.scopes().run(() -> {
            stage.insert("outer");
            stage.failing(() -> stage.insert("inner"));
            stage.insert("after");
        });
    }

    @Shape("C3 nested in itself, a failure of the outer level costs both")
    public void outerFails(Stage stage) {
        stage.failing(() -> {
            stage.insert("outer");
            stage.scopes().run(() -> stage.insert("inner"));
        });
    }

    @Shape("C4 nested in itself, failures of both levels leave nothing")
    public void bothFail(Stage stage) throws Exception {
        XactOptions options = stage.xacts().with();
        options.run(() -> {
            stage.insert("outer");
            options.run(() -> {
                stage.insert("inner");
                stage.xacts().setRollback(true);
            });
            stage.xacts().setRollback(true);
        });
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.engine.application.RefusedException;
import java.sql.SQLException;
import java.util.List;

/** Group A: one scope, and one inside another. */
public final class NestedShapes {

    private static List<Throwable> failures() {
        return List.of(
                new RefusedException(), new IllegalStateException("on purpose"), new AssertionError("on purpose"));
    }

    @Shape(value = "A1 a method with @Xact is kept, and returns its value", leaves = "a")
    public void methodIsKept(Stage stage) throws Exception {
        String answer = stage.scopes().call(() -> {
            stage.insert("a");
            assertThat(stage.xacts().depth()).isEqualTo(stage.depthAround() + 1);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
    }

    @Shape("A2 what is thrown out of a method undoes it, and comes out as the same instance")
    public void methodIsUndone(Stage stage) {
        for (Throwable failure : failures()) {
            assertThatThrownBy(() -> stage.scopes().run(() -> {
                        stage.insert("a");
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }

    @Shape(value = "A3 @Xact on a class is kept as on a method", leaves = "a")
    public void classIsKept(Stage stage) throws Exception {
        String answer = stage.classScopes().call(() -> {
            stage.insert("a");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
    }

    @Shape("A4 @Xact on a class is undone as on a method")
    public void classIsUndone(Stage stage) {
        RefusedException failure = new RefusedException();

        assertThatThrownBy(() -> stage.classScopes().run(() -> {
                    stage.insert("a");
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Shape(
            value = "A5 a lambda is kept",
            leaves = {"run", "called"})
    public void lambdaIsKept(Stage stage) throws Exception {
        stage.xacts().run(() -> stage.insert("run"));
        String answer = stage.xacts().call(() -> {
            stage.insert("called");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
    }

    @Shape("A6 a lambda is undone whatever is thrown: checked, unchecked, Error")
    public void lambdaIsUndone(Stage stage) {
        for (Throwable failure : failures()) {
            assertThatThrownBy(() -> stage.xacts().run(() -> {
                        stage.insert("a");
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }

    @Shape(
            value = "A7 two levels that end well are both kept",
            leaves = {"outer", "inner"})
    public void bothLevelsAreKept(Stage stage) throws Throwable {
        stage.scopes().run(() -> {
            stage.insert("outer");
            stage.xacts().run(() -> stage.insert("inner"));
        });
    }

    @Shape(
            value = "A8 a nested scope that fails loses its own work only",
            leaves = {"outer", "after"})
    public void nestedFailure(Stage stage) throws Throwable {
        stage.scopes().run(() -> {
            stage.insert("outer");
            stage.failing(() -> stage.insert("inner"));
            stage.insert("after");
        });
    }

    /** An entity manager marks the transaction when a statement of its fails: nothing can be done about that. */
    @Shape(
            value = "A8 a statement that fails costs the scope that it leaves",
            leaves = {"outer", "after"},
            by = {Work.GUARDED, Work.UNGUARDED})
    public void statementFails(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("outer");
            assertThatThrownBy(() -> stage.xacts().run(() -> {
                        stage.insert("inner");
                        stage.insert("outer");
                    }))
                    .isInstanceOf(SQLException.class);
            stage.insert("after");
        });
    }

    @Shape(
            value = "A8 so it is one, two and three levels deep, one after the other",
            leaves = {"1", "after 1", "after 2", "after 3"})
    public void failuresAtEachLevel(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("1");
            stage.xacts().run(() -> {
                stage.failing(() -> stage.insert("3"));
                stage.insert("after 3");
            });
            stage.failing(() -> stage.xacts().run(() -> stage.insert("2")));
            stage.insert("after 2");
        });
        stage.failing(() -> stage.insert("undone"));
        stage.insert("after 1");
    }

    @Shape("A9 a failure of the outer level takes along a nested one that had ended well")
    public void outerFailure(Stage stage) {
        stage.failing(() -> {
            stage.insert("outer");
            stage.xacts().run(() -> stage.insert("inner"));
        });
    }

    @Shape("A10 where both fail, each caught at its edge, nothing is kept")
    public void bothFail(Stage stage) {
        stage.failing(() -> {
            stage.insert("outer");
            stage.failing(() -> stage.insert("inner"));
        });
    }
}

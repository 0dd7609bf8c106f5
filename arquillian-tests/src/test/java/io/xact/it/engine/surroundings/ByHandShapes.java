// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.it.engine.application.RefusedException;

/** Scopes and savepoints by hand. */
public final class ByHandShapes {

    @Shape(value = "A5 A6 a scope by hand is kept by commit(), and undone where that was not called", leaves = "kept")
    public void commitOrClose(Stage stage) throws Exception {
        try (XactScope scope = stage.xacts().begin()) {
            stage.insert("kept");
            scope.commit();
        }
        try (XactScope scope = stage.xacts().begin()) {
            stage.insert("left");
            assertThat(scope).isNotNull();
        }
    }

    @Shape(
            value = "A8 nested by hand, a scope that was told of a failure is undone alone",
            leaves = {"outer", "after"})
    public void nested(Stage stage) throws Exception {
        try (XactScope outer = stage.xacts().begin()) {
            stage.insert("outer");
            try (XactScope inner = stage.xacts().begin()) {
                stage.insert("inner");
                inner.fail(new RefusedException());
                assertThatThrownBy(inner::commit)
                        .isInstanceOf(XactRolledBackException.class)
                        .hasCauseInstanceOf(RefusedException.class);
            }
            stage.insert("after");
            outer.commit();
        }
    }

    @Shape(
            value = "D2 a savepoint by hand undoes work, may be used again, and covers a scope inside",
            leaves = {"before", "after"})
    public void savepoint(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("before");
            XactSavepoint savepoint = stage.xacts().savepoint();
            for (String name : new String[] {"first", "second"}) {
                stage.insert(name);
                stage.xacts().run(() -> stage.insert(name + " inside"));
                stage.xacts().rollbackTo(savepoint);
            }
            stage.insert("after");
            stage.xacts().release(savepoint);
            assertThatThrownBy(() -> stage.xacts().rollbackTo(savepoint)).isInstanceOf(XactStateException.class);
        });
    }

    @Shape(
            value = "D2 a savepoint by hand in the scope around works as in any",
            leaves = "after",
            in = Ownership.OUR_SCOPE)
    public void savepointOfTheOwner(Stage stage) throws Exception {
        XactSavepoint savepoint = stage.xacts().savepoint();
        stage.insert("undone");
        stage.xacts().rollbackTo(savepoint);
        stage.insert("after");
    }

    @Shape(value = "D3 without a scope no savepoint can be taken by hand", leaves = "after", in = Ownership.FOREIGN)
    public void savepointWithoutScope(Stage stage) throws Exception {
        assertThatThrownBy(() -> stage.xacts().savepoint()).isInstanceOf(XactStateException.class);
        stage.insert("after");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.Rollback;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import java.sql.SQLException;

/** Group D: the rollback flag, and Rollback, which is the flag that leaves at once. */
public final class FlagShapes {

    @Shape("D1 the flag undoes its scope, which returns normally")
    public void undone(Stage stage) throws Exception {
        String answer = stage.xacts().call(() -> {
            stage.insert("a");
            assertThat(stage.xacts().isRollback()).isFalse();
            stage.xacts().setRollback(true);
            return "returned";
        });

        assertThat(answer).isEqualTo("returned");
    }

    @Shape("D1 K1 K4 a Rollback undoes the scope that it leaves, which gives its value")
    public void rollback(Stage stage) throws Exception {
        String answer = stage.xacts().call(() -> {
            stage.insert("a");
            throw Rollback.returning("value");
        });

        assertThat(answer).isEqualTo("value");
    }

    @Shape(
            value = "D2 code that has undone its failed statement itself lifts the flag, and the rest is kept",
            leaves = {"outer", "after"},
            by = {Work.GUARDED, Work.UNGUARDED})
    public void liftedAfterRecovery(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("outer");
            XactSavepoint savepoint = stage.xacts().savepoint();
            stage.insert("undone");
            assertThatThrownBy(() -> stage.insert("outer")).isInstanceOf(SQLException.class);
            assertThat(stage.xacts().isRollback()).isEqualTo(stage.seesStatements());
            stage.xacts().rollbackTo(savepoint);
            stage.xacts().setRollback(false);
            stage.insert("after");
        });
    }

    @Shape(value = "D3 without a scope the flag can be neither read nor set", in = Ownership.FOREIGN)
    public void withoutScope(Stage stage) {
        assertThatThrownBy(() -> stage.xacts().isRollback()).isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> stage.xacts().setRollback(true)).isInstanceOf(XactStateException.class);
        assertThat(stage.xacts().isActive()).as("a transaction").isTrue();
    }

    @Shape(
            value = "D4 set in a nested scope, it undoes that scope alone",
            leaves = {"outer", "after"})
    public void nested(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("outer");
            stage.xacts().run(() -> {
                stage.insert("inner");
                stage.xacts().setRollback(true);
            });
            assertThat(stage.xacts().isRollback()).isFalse();
            stage.insert("after");
        });
    }

    @Shape(
            value = "D4 K2 a Rollback out of a nested scope undoes that scope alone",
            leaves = {"outer", "after"})
    public void nestedRollback(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("outer");
            stage.xacts().run(() -> {
                stage.insert("inner");
                throw new Rollback();
            });
            stage.insert("after");
        });
    }

    @Shape(
            "D5 a scope that is entered while the flag is set leaves it as it is, and refuses the statements that are seen")
    public void enteredWhileSet(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("outer");
            stage.xacts().setRollback(true);
            stage.xacts().run(() -> {
                assertThat(stage.xacts().isRollback()).isTrue();
                if (stage.seesStatements()) {
                    assertThatThrownBy(() -> stage.insert("inner"))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasNoCause();
                }
            });
            assertThat(stage.xacts().isRollback()).isTrue();
        });
    }

    @Shape(value = "D6 the next scope begins with a clear flag, whatever came before", leaves = "next")
    public void nextOneIsClear(Stage stage) throws Exception {
        stage.xacts().run(() -> stage.xacts().setRollback(true));
        stage.xacts().run(() -> {
            assertThat(stage.xacts().isRollback()).isFalse();
            stage.insert("next");
        });
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.it.engine.application.RefusedException;
import jakarta.transaction.Status;

/** Group B: scopes without a savepoint, in a scope of the shape's own, and directly in somebody's transaction. */
public final class MergedShapes {

    private static final String MARKS =
            "A merged scope directly in a foreign transaction: its failure, or a Rollback in"
                    + " it, marks the JTA transaction and comes out to the owner. In a scope of ours it dooms that one.";

    @Shape(
            value = "B1 a merged scope is kept with the scope around it",
            leaves = {"outer", "merged"})
    public void kept(Stage stage) throws Throwable {
        stage.scopes().run(() -> {
            stage.insert("outer");
            stage.scopes().merged(() -> stage.insert("merged"));
        });
    }

    @Shape(value = "B1 a merged scope directly in it is kept with it", leaves = "merged")
    public void directlyKept(Stage stage) throws Throwable {
        stage.scopes().merged(() -> stage.insert("merged"));
    }

    @Shape("B2 its failure, though caught, dooms the scope around it, which says so, and no more")
    public void failureDooms(Stage stage) {
        assertThatThrownBy(() -> stage.xacts().run(() -> {
                    stage.insert("doomed");
                    stage.failingMerged(() -> stage.insert("merged into it"));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(RefusedException.class);
    }

    @Shape(
            value = "B2 a failure of a merged scope directly in it comes out, and costs all of it",
            dooms = {Ownership.OUR_SCOPE, Ownership.FOREIGN},
            because = MARKS)
    public void direct(Stage stage) {
        stage.failingMerged(() -> stage.insert("merged"));

        assertThat(isDoomed(stage)).isTrue();
    }

    private static boolean isDoomed(Stage stage) {
        return stage.isForeign()
                ? stage.status() == Status.STATUS_MARKED_ROLLBACK
                : stage.xacts().isRollback() && stage.status() == Status.STATUS_ACTIVE;
    }

    @Shape(
            value = "B2 K7 a Rollback in a merged scope directly in it comes out, and costs all of it in silence",
            dooms = {Ownership.OUR_SCOPE, Ownership.FOREIGN},
            because = MARKS,
            loud = false)
    public void directRollback(Stage stage) {
        Rollback rollback = new Rollback();
        assertThatThrownBy(() -> stage.scopes().merged(() -> {
                    stage.insert("merged");
                    throw rollback;
                }))
                .isSameAs(rollback);

        assertThat(isDoomed(stage)).isTrue();
    }

    @Shape(
            value = "B5 D1 the flag of a merged scope directly in it is the owner's: JTA's mark, which can't be lifted",
            in = Ownership.FOREIGN,
            dooms = Ownership.FOREIGN,
            because =
                    "In a merged scope the flag is that of the nearest scope with a savepoint; setRollbackOnly is final.")
    public void directFlag(Stage stage) throws Throwable {
        stage.scopes().merged(() -> {
            stage.insert("merged");
            assertThat(stage.xacts().isRollback()).isFalse();
            stage.xacts().setRollback(true);
            assertThat(stage.xacts().isRollback()).isTrue();
            assertThatThrownBy(() -> stage.xacts().setRollback(false)).isInstanceOf(XactStateException.class);
        });

        assertThat(isDoomed(stage)).isTrue();
    }

    @Shape(
            value = "B5 the flag that merged scopes directly in it have set is lifted there, and all of it is kept",
            leaves = {"1", "2"},
            in = Ownership.OUR_SCOPE)
    public void liftedByTheOwner(Stage stage) {
        stage.failingMerged(() -> {
            stage.insert("1");
            stage.failingMerged(() -> stage.insert("2"));
        });
        assertThat(stage.xacts().isRollback()).isTrue();
        stage.xacts().setRollback(false);
    }

    @Shape("B3 a failure of the outer scope takes merged work along")
    public void outerFails(Stage stage) {
        stage.failing(() -> {
            stage.insert("outer");
            stage.scopes().merged(() -> stage.insert("merged"));
        });
    }

    @Shape("B4 so it does where the merged scope has failed too")
    public void bothFail(Stage stage) {
        stage.failing(() -> {
            stage.insert("outer");
            stage.failingMerged(() -> stage.insert("merged"));
        });
    }

    @Shape("B5 through several merged edges the flag stays set, and nothing is undone before the edge that has to")
    public void flagStaysSet(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("1");
            stage.failingMerged(() -> {
                stage.insert("2");
                stage.failingMerged(() -> stage.insert("3"));
                assertThat(stage.xacts().isRollback()).isTrue();
            });
            assertThat(stage.xacts().isRollback()).isTrue();
            stage.xacts().setRollback(false);
            assertThat(stage.names()).as("still there").contains("1", "2", "3");
            stage.xacts().setRollback(true);
        });
    }

    @Shape(
            value = "B6 the nearest scope with a savepoint takes the roll back, and the work outside it goes on",
            leaves = {"outer", "after"})
    public void nearestSavepoint(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("outer");
            failureDooms(stage);
            assertThat(stage.xacts().isRollback()).isFalse();
            stage.insert("after");
        });
    }

    @Shape(
            value = "B6 also where that scope stands in a merged one directly in it",
            leaves = {"merged", "after"})
    public void nearestSavepointInMerged(Stage stage) throws Throwable {
        stage.scopes().merged(() -> {
            stage.insert("merged");
            failureDooms(stage);
            assertThat(stage.xacts().isRollback()).isFalse();
            stage.insert("after");
        });
    }
}

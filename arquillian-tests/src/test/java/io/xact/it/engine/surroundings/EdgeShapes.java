// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.SavepointName;
import io.xact.it.engine.application.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Group E: failures while a scope is left. PostgreSQL alone tells of a savepoint that is gone; H2 takes any release. */
public final class EdgeShapes {

    private static final String CANT_BE_UNDONE_ALONE =
            "Undone exactly, or doomed with the reason: a savepoint that is gone leaves no way but the whole transaction.";

    /** Inserts, and has the scope's savepoint released where xact doesn't see it. */
    private static void insertAndLoseSavepoint(Stage stage) throws Exception {
        String savepoint = SavepointName.setBy(() -> stage.items().insert("inner"));
        Sql.execute(stage.items().unguarded(), "RELEASE SAVEPOINT " + savepoint);
    }

    @Shape(
            value = "E1 where a savepoint can be neither released nor rolled back to, all of it is rolled back",
            dooms = {Ownership.OUR_SCOPE, Ownership.FOREIGN},
            because = CANT_BE_UNDONE_ALONE,
            by = Work.GUARDED,
            on = Database.POSTGRESQL)
    public void failingRelease(Stage stage) {
        assertThatThrownBy(() -> stage.xacts().run(() -> insertAndLoseSavepoint(stage)))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("savepoint");
    }

    /** In an aborted transaction PostgreSQL refuses the release, and takes the roll back. */
    @Shape(
            value = "E2 a failed release is answered by rolling back to that savepoint, and the outer scope goes on",
            leaves = {"outer", "after"},
            by = Work.GUARDED,
            on = Database.POSTGRESQL)
    public void releaseAnsweredByUndo(Stage stage) throws Exception {
        stage.xacts().run(() -> {
            stage.insert("outer");
            assertThatThrownBy(() -> stage.xacts().run(() -> {
                        assertThatThrownBy(() -> stage.insert("outer")).isInstanceOf(SQLException.class);
                        stage.xacts().setRollback(false);
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasCauseInstanceOf(SQLException.class);
            stage.insert("after");
        });
    }

    @Shape(
            value = "E3 a failing undo never hides what the code threw; all of it is rolled back",
            dooms = {Ownership.OUR_SCOPE, Ownership.FOREIGN},
            because = CANT_BE_UNDONE_ALONE,
            by = Work.GUARDED,
            on = Database.POSTGRESQL)
    public void failingUndo(Stage stage) {
        RefusedException failure = new RefusedException();
        assertThatThrownBy(() -> stage.xacts().run(() -> {
                    insertAndLoseSavepoint(stage);
                    throw failure;
                }))
                .isSameAs(failure)
                .satisfies(thrown ->
                        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(SQLException.class));
    }

    @Shape(
            value = "E5 a savepoint that was rolled back to is released as well: there is none of that name any more",
            leaves = "after",
            on = Database.POSTGRESQL)
    public void releasedAfterUndo(Stage stage) throws Exception {
        String savepoint = SavepointName.setBy(() -> stage.failing(() -> stage.insert("undone")));
        stage.insert("after"); // a release may travel with the next statement
        assertThat(stage.names()).contains("after");
        try (Connection connection = stage.items().unguarded().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SAVEPOINT before_attempt");
            assertThatThrownBy(() -> statement.execute("ROLLBACK TO SAVEPOINT " + savepoint))
                    .hasMessageContaining("does not exist");
            statement.execute("ROLLBACK TO SAVEPOINT before_attempt");
            statement.execute("RELEASE SAVEPOINT before_attempt");
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import java.util.ArrayList;
import java.util.List;

/** Without a scope of the shape's own, or with one that is refused. */
public final class BareShapes {

    @Shape(
            value = "F4 statements need no scope",
            leaves = {"first", "second"},
            in = Ownership.FOREIGN)
    public void withoutScope(Stage stage) throws Exception {
        stage.insert("first");
        assertThat(stage.names()).contains("first");
        assertThat(stage.xacts().depth()).isZero();
        stage.insert("second");
    }

    /** The play looks whether the next statement works. */
    @Shape(
            value = "F3 after a statement has failed, and the owner has rolled back, the next one works",
            in = Ownership.FOREIGN,
            by = {Work.GUARDED, Work.UNGUARDED},
            dooms = Ownership.FOREIGN,
            because = "PostgreSQL takes no statement any more; nor has the code a way to go on without a savepoint.",
            ends = Ending.ROLL_BACK)
    public void failedStatement(Stage stage) throws Exception {
        stage.insert("twice");
        assertThatThrownBy(() -> stage.insert("twice")).hasStackTraceContaining("SQLException");
    }

    @Shape(
            value = "H4 H6 a durable scope is refused before any work, and no harm is done",
            leaves = {"before", "after"})
    public void durable(Stage stage) throws Exception {
        List<String> reached = new ArrayList<>();
        stage.insert("before");
        assertThatThrownBy(() -> stage.scopes().durable(() -> reached.add("body")))
                .isInstanceOf(XactStateException.class);
        stage.insert("after");

        assertThat(reached).isEmpty();
    }
}

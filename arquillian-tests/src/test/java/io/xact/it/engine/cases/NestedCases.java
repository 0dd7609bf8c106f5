// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.ClassScopes;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** One scope, and one inside another. */
@ApplicationScoped
public class NestedCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private ClassScopes classScopes;

    private static List<Throwable> failures() {
        return List.of(
                new RefusedException(), new IllegalStateException("on purpose"), new AssertionError("on purpose"));
    }

    @DisplayName("A1 a method with @Xact commits, returns its value, and is not seen before")
    public void methodCommits(Table items) throws Exception {
        String answer = scopes.call(() -> {
            items.insert("a");
            assertThat(items.committed()).as("seen before the commit").isEmpty();
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(items.committed()).containsExactly("a");
    }

    @DisplayName("A2 what is thrown out of a method rolls it back, and comes out as the same instance")
    public void methodRollsBack(Table items) throws Exception {
        for (Throwable failure : failures()) {
            assertThatThrownBy(() -> scopes.run(() -> {
                        items.insert("a");
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("A3 @Xact on a class commits as on a method")
    public void classCommits(Table items) throws Exception {
        String answer = classScopes.call(() -> {
            items.insert("a");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(items.committed()).containsExactly("a");
    }

    @DisplayName("A4 @Xact on a class rolls back as on a method")
    public void classRollsBack(Table items) throws Exception {
        RefusedException failure = new RefusedException();

        assertThatThrownBy(() -> classScopes.run(() -> {
                    items.insert("a");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("A5 a lambda is committed")
    public void lambdaCommits(Table items) throws Exception {
        xacts.run(() -> items.insert("run"));
        String answer = xacts.call(() -> {
            items.insert("called");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(items.committed()).containsExactly("called", "run");
    }

    @DisplayName("A6 a lambda is rolled back whatever is thrown: checked, unchecked, Error")
    public void lambdaRollsBack(Table items) throws Exception {
        for (Throwable failure : failures()) {
            assertThatThrownBy(() -> xacts.run(() -> {
                        items.insert("a");
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("A8 a nested scope that fails, and is caught outside, loses its own work only")
    public void nestedFailure(Table items) throws Throwable {
        scopes.run(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> scopes.run(() -> {
                        items.insert("inner");
                        throw new RefusedException();
                    }))
                    .isInstanceOf(RefusedException.class);
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("A8 a statement that fails in a nested scope costs that scope only")
    public void nestedStatementFails(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        items.insert("inner");
                        items.insert("outer");
                    }))
                    .isInstanceOf(SQLException.class);
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("A9 a failure of the outer scope takes along a nested scope that had ended well")
    public void outerFailure(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    xacts.run(() -> items.insert("inner"));
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("A10 where both fail, each caught at its edge, nothing is kept")
    public void bothFail(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    assertThatThrownBy(() -> xacts.run(() -> {
                                items.insert("inner");
                                throw new IllegalStateException("inner");
                            }))
                            .hasMessage("inner");
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(items.committed()).isEmpty();
    }
}

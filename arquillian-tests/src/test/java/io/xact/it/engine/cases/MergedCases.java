// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;

/** Scopes without a savepoint. */
@ApplicationScoped
public class MergedCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    private void failMerged(Step work) {
        RefusedException failure = new RefusedException();
        assertThatThrownBy(() -> scopes.merged(() -> {
                    work.run();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @DisplayName("B1 a merged scope is kept with the scope around it")
    public void kept(Table items) throws Throwable {
        scopes.run(() -> {
            items.insert("outer");
            scopes.merged(() -> items.insert("merged"));
        });

        assertThat(items.committed()).containsExactly("merged", "outer");
    }

    @DisplayName("B2 its failure, though caught, dooms the scope around it, which says so")
    public void failureDooms(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("outer");
                    failMerged(() -> items.insert("merged"));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(RefusedException.class);

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("B3 B4 a failure of the outer scope takes merged work along, whether that failed or not")
    public void outerFails(Table items) throws Exception {
        IllegalStateException failure = new IllegalStateException("outer");
        for (boolean mergedFails : new boolean[] {false, true}) {
            assertThatThrownBy(() -> scopes.run(() -> {
                        items.insert("outer");
                        if (mergedFails) {
                            failMerged(() -> items.insert("merged"));
                        } else {
                            scopes.merged(() -> items.insert("merged"));
                        }
                        throw failure;
                    }))
                    .isSameAs(failure);
        }

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("B5 through several merged edges the flag stays set, and nothing is undone before the outermost edge")
    public void flagStaysSet(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("1");
            failMerged(() -> {
                items.insert("2");
                failMerged(() -> items.insert("3"));
                assertThat(xacts.isRollback()).isTrue();
            });
            assertThat(xacts.isRollback()).isTrue();
            xacts.setRollback(false);
            assertThat(items.names()).as("still there").containsExactly("1", "2", "3");
            xacts.setRollback(true);
        });

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("B6 the nearest scope with a savepoint takes the roll back, and the work outside it goes on")
    public void nearestSavepoint(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        items.insert("nested");
                        failMerged(() -> items.insert("merged"));
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasCauseInstanceOf(RefusedException.class);
            assertThat(xacts.isRollback()).isFalse();
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }
}

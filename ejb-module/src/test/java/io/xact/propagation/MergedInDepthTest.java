// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.TestBeans.Scopes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the failure of a merged scope, several deep, is undone: at the nearest scope with a savepoint. */
@EveryProduct
class MergedInDepthTest extends ScopeTest {

    MergedInDepthTest(Product product) {
        super(product);
    }

    private void failingMerged(Scopes merged, String name) {
        IllegalStateException failure = new IllegalStateException(name);
        assertThat(catchThrowable(() -> merged.run(() -> {
                    insert(name);
                    throw failure;
                })))
                .isSameAs(failure);
    }

    /** Looks with the flag lifted, and sets it again. */
    private void assertDoomedButStillThere(String... names) throws SQLException {
        assertThat(xacts.isRollback()).as("the flag").isTrue();
        xacts.setRollback(false);
        assertThat(items.names()).as("not undone yet").containsExactly(names);
        xacts.setRollback(true);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("B5 through several merged edges the flag stays set, and nothing is undone before the outermost edge")
    void nothingIsUndoneBeforeTheOutermostEdge(Form form) throws SQLException {
        Scopes merged = form.merged(surroundings());
        xacts.run(() -> {
            insert("1");
            merged.run(() -> {
                insert("2");
                failingMerged(merged, "3");
                assertDoomedButStillThere("1", "2", "3");
            });
            assertDoomedButStillThere("1", "2", "3");
        });

        assertThat(rows()).isEmpty();
        assertThat(wire().savepointStatements()).isEmpty();
        assertThat(wire().sent()).containsOnlyOnce("xa rollback").endsWith("xa rollback");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName(
            "B5 a flag that nobody has lifted passes the merged edges in silence, and is loud at the outermost one")
    void flagPassesMergedEdges(Form form) {
        Scopes merged = form.merged(surroundings());

        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("1");
                    merged.run(() -> {
                        insert("2");
                        failingMerged(merged, "3");
                    });
                    assertThat(xacts.isRollback()).isTrue();
                    assertThat(wire().sent()).doesNotContain("xa rollback");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessage("3");

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName(
            "B6 the nearest scope with a savepoint takes the roll back; outside it the flag is clear, work goes on")
    void nearestSavepointTakesIt(Form form) throws SQLException {
        Scopes merged = form.merged(surroundings());
        xacts.run(() -> {
            insert("outermost");
            xacts.run(() -> {
                insert("nested");
                failingMerged(merged, "merged");
                assertDoomedButStillThere("merged", "nested", "outermost");
            });
            assertThat(xacts.isRollback()).isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("B6 it says so, and who catches that goes on")
    void nearestSavepointSaysSo(Form form) throws SQLException {
        Scopes merged = form.merged(surroundings());
        xacts.run(() -> {
            insert("outermost");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("nested");
                        failingMerged(merged, "merged");
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .cause()
                    .hasMessage("merged");
            assertThat(xacts.isRollback()).isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("K7 a Rollback from a merged scope travels on to the nearest scope with a savepoint, and ends there")
    void rollbackTravels(Form form) throws SQLException {
        Scopes merged = form.merged(surroundings());
        List<String> reached = new ArrayList<>();
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("middle");
                merged.run(() -> merged.run(() -> {
                    insert("inner");
                    throw new Rollback();
                }));
                reached.add("behind the merged scope");
            });
            assertThat(xacts.isRollback()).isFalse();
            insert("after");
        });

        assertThat(reached).isEmpty();
        assertThat(rows()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("K7 one that is caught behind the merged scope has the scope rolled back all the same, in silence")
    void caughtRollbackIsSilent(Form form) throws SQLException {
        Rollback rollback = new Rollback();
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                assertThat(catchThrowable(() -> form.merged(surroundings()).run(() -> {
                            insert("inner");
                            throw rollback;
                        })))
                        .isSameAs(rollback);
                assertThat(xacts.isRollback()).isTrue();
            });
        });

        assertThat(rows()).containsExactly("outer");
    }
}

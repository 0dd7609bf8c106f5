// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactDefinitionException;
import io.xact.XactOptions;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scopes inside a transaction that a scope began. */
@EveryProduct
class OwnTransactionTest extends ScopeTest {

    OwnTransactionTest(Product product) {
        super(product);
    }

    private static void raise(Exception failure) throws Exception {
        throw failure;
    }

    @Test
    @DisplayName("B1 a merged scope sets no savepoint")
    void mergedSetsNoSavepoint() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.with().savepoint(false).run(() -> insert("inner"));
        });

        assertThat(rows()).containsExactly("inner", "outer");
        assertThat(wire().savepointStatements()).isEmpty();
    }

    @Test
    @DisplayName("B2 a merged failure that is caught dooms the scope around it, which says so")
    void mergedFailureDooms() {
        IllegalStateException failure = new IllegalStateException("inner");

        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    assertThat(catchThrowable(
                                    () -> xacts.with().savepoint(false).run(() -> raise(failure))))
                            .isSameAs(failure);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(failure);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("K7 a Rollback in a merged scope travels on to the nearest scope with a savepoint")
    void mergedRollbackTravels() throws SQLException {
        List<String> reached = new ArrayList<>();
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("middle");
                xacts.with().savepoint(false).run(() -> {
                    insert("inner");
                    throw new Rollback();
                });
                reached.add("behind the merged scope");
            });
            insert("after");
        });

        assertThat(reached).isEmpty();
        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("H3 H4 a durable scope is refused inside another, before any work; the outer one is unharmed")
    void durableRefusedInside() throws SQLException {
        List<String> reached = new ArrayList<>();
        xacts.with().durable(true).run(() -> {
            insert("a");
            assertThatThrownBy(() -> xacts.with().named("payment").durable(true).run(() -> reached.add("body")))
                    .isInstanceOf(XactStateException.class)
                    .hasMessageContaining("payment");
            insert("b");
        });

        assertThat(reached).isEmpty();
        assertThat(rows()).containsExactly("a", "b");
    }

    @Test
    @DisplayName("Q4 requiresNew has its own outcome, depth and hooks; what was suspended goes on")
    void requiresNew() throws SQLException {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    xacts.onCommit(() -> ran.add("outer"));
                    xacts.run(() -> {
                        xacts.with().requiresNew(true).run(() -> {
                            assertThat(xacts.depth()).isEqualTo(1);
                            insert("own");
                            xacts.onCommit(() -> ran.add("own"));
                        });
                        assertThat(ran).containsExactly("own");
                        assertThat(xacts.depth()).isEqualTo(2);
                    });
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");

        assertThat(ran).containsExactly("own");
        assertThat(rows()).containsExactly("own");
    }

    @Test
    @DisplayName("a listed exception leaves the scope and lets it commit, but lifts no doom")
    void dontRollbackOn() throws SQLException {
        IOException listed = new IOException("listed");
        XactOptions lenient = xacts.with().dontRollbackOn(IOException.class);

        assertThat(catchThrowable(() -> lenient.run(() -> {
                    insert("kept");
                    throw listed;
                })))
                .isSameAs(listed);
        Throwable doomed = catchThrowable(() -> lenient.run(() -> {
            insert("undone");
            xacts.setRollback(true);
            xacts.markOnError(() -> {});
            raise(new IOException("listed too"));
        }));
        Throwable failed = catchThrowable(() -> lenient.run(() -> {
            assertThatThrownBy(() -> insert("kept")).isInstanceOf(SQLException.class);
            raise(listed);
        }));

        assertThat(doomed).hasMessage("listed too").hasNoSuppressedExceptions();
        assertThat(failed).isSameAs(listed);
        assertThat(failed.getSuppressed())
                .hasOnlyElementsOfType(XactRolledBackException.class)
                .hasSize(1);
        assertThat(rows()).containsExactly("kept");
    }

    @Test
    @DisplayName("the first failure in a doomed scope is suppressed on the exception that leaves it")
    void firstFailureIsSuppressed() {
        IllegalStateException leaving = new IllegalStateException("leaving");

        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insert("a");
            assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
            throw leaving;
        }));

        assertThat(thrown).isSameAs(leaving);
        assertThat(thrown.getSuppressed())
                .hasOnlyElementsOfType(SQLException.class)
                .hasSize(1);
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("unless it is among that exception's causes already")
    void firstFailureIsNotSaidTwice() {
        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insert("a");
            try {
                insert("a");
            } catch (SQLException e) {
                throw new IllegalStateException("wrapped", e);
            }
        }));

        assertThat(thrown).hasMessage("wrapped").hasNoSuppressedExceptions();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "D5 a scope entered in a doomed one sets no savepoint and doesn't lift the flag; it swallows a Rollback")
    void scopeInDoomedScope() {
        xacts.run(() -> {
            xacts.setRollback(true);
            xacts.run(() -> {
                assertThat(xacts.depth()).isEqualTo(2);
                throw new Rollback();
            });
            assertThat(xacts.isRollback()).isTrue();
        });

        assertThat(wire().savepointStatements()).isEmpty();
    }

    @Test
    @DisplayName("D6 the next scope on the thread starts with the flag clear")
    void nextScopeStartsClear() throws SQLException {
        xacts.run(() -> xacts.setRollback(true));
        xacts.run(() -> {
            assertThat(xacts.isRollback()).isFalse();
            insert("a");
        });

        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("markOnError dooms the scope that it is in, and does nothing outside")
    void markOnError() {
        IllegalStateException failure = new IllegalStateException("library");
        assertThat(catchThrowable(() -> xacts.markOnError(() -> raise(failure))))
                .isSameAs(failure);

        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    assertThat(catchThrowable(() -> xacts.markOnError(() -> raise(failure))))
                            .isSameAs(failure);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(failure);
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("G2 a transaction that is rolled back by hand inside its scope is reported at the edge")
    void rolledBackByHand() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    Surroundings.transactionManager().rollback();
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("by other means");

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q5 a transaction that the scope's body suspends and forgets is rolled back and reported")
    void suspendedAndForgotten() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    xacts.onRollback(() -> ran.add("rollback"));
                    Surroundings.transactionManager().suspend();
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("now: none");

        assertThat(ran).containsExactly("rollback");
        assertThat(wire().sent()).endsWith("xa rollback");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "G2 a transaction that is committed by hand inside its scope is reported, and is no roll back to hooks")
    void committedByHand() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    xacts.onRollback(() -> ran.add("rollback"));
                    xacts.onCommit(() -> ran.add("commit"));
                    Surroundings.transactionManager().commit();
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("by other means");

        assertThat(ran).isEmpty();
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("and suspended on the exception of a body that fails after it")
    void suspendedAndFailed() {
        IllegalStateException failure = new IllegalStateException("user");
        Throwable thrown = catchThrowable(() -> xacts.run(() -> {
            insert("a");
            Surroundings.transactionManager().suspend();
            throw failure;
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(XactStateException.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a Rollback's value is the result also of a scope entered in a doomed one")
    void valueOfScopeInDoomedScope() {
        String value = xacts.call(() -> {
            xacts.setRollback(true);
            return xacts.<String, RuntimeException>call(() -> {
                throw Rollback.returning("value");
            });
        });

        assertThat(value).isEqualTo("value");
    }

    @Test
    @DisplayName("only what is listed lets a scope commit")
    void onlyListedCommits() {
        IllegalStateException failure = new IllegalStateException("not listed");
        assertThat(catchThrowable(
                        () -> xacts.with().dontRollbackOn(IOException.class).run(() -> {
                            insert("a");
                            throw failure;
                        })))
                .isSameAs(failure);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("what contradicts itself is refused where it is said")
    void contradictions() {
        assertThatThrownBy(() -> xacts.with().requiresNew(true).savepoint(false))
                .isInstanceOf(XactDefinitionException.class);
        assertThatThrownBy(() -> xacts.with().durable(true).savepoint(false))
                .isInstanceOf(XactDefinitionException.class);
        assertThatThrownBy(() -> xacts.with().dontRollbackOn(Rollback.class))
                .isInstanceOf(XactDefinitionException.class);
        assertThatThrownBy(() -> xacts.with().timeout(Duration.ofSeconds(-1)))
                .isInstanceOf(XactDefinitionException.class);
        assertThatThrownBy(() -> xacts.with().timeout(Duration.ofMillis(1)))
                .isInstanceOf(XactDefinitionException.class);
    }

    @Test
    @DisplayName("requireActive and isActive tell whether there is a transaction")
    void active() {
        assertThat(xacts.isActive()).isFalse();
        assertThat(xacts.depth()).isZero();
        assertThatThrownBy(xacts::requireActive).isInstanceOf(XactStateException.class);
        xacts.run(() -> {
            xacts.requireActive();
            assertThat(xacts.isActive()).isTrue();
        });
    }
}

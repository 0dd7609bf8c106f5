// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.TestBeans.OnMethod;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A Rollback undoes the scope that it leaves, and is swallowed there. */
@EveryProduct
class RollbackTest extends ScopeTest {

    private final OnMethod bean;

    RollbackTest(Product product) {
        super(product);
        bean = surroundings().bean(OnMethod.class);
    }

    private static final class OwnRollback extends Rollback {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("K1 in the outermost scope it rolls back, is swallowed, and the code goes on; subclasses too")
    void outermost(Form form) throws SQLException {
        form.in(surroundings()).run(() -> {
            insert("a");
            throw new OwnRollback();
        });

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("K2 in a nested scope it rolls back that scope alone")
    void nested(Form form) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            form.in(surroundings()).run(() -> {
                insert("inner");
                throw new Rollback();
            });
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("K3 only the innermost scope swallows it; thrown again, it acts on the next one")
    void innermostSwallows() throws SQLException {
        xacts.run(() -> {
            insert("1");
            xacts.run(() -> {
                insert("2");
                xacts.run(() -> {
                    insert("3");
                    throw new Rollback();
                });
                insert("4");
                throw new Rollback();
            });
            insert("5");
        });

        assertThat(rows()).containsExactly("1", "5");
    }

    @Test
    @DisplayName("K4 the caller gets null, zero, false or empty")
    void emptyResults() {
        assertThat(bean.number(() -> {
                    throw new Rollback();
                }))
                .isZero();
        assertThat(bean.truth(() -> {
                    throw new Rollback();
                }))
                .isFalse();
        assertThat(bean.optional(() -> {
                    throw new Rollback();
                }))
                .isEmpty();
        assertThat(bean.text(() -> {
                    throw new Rollback();
                }))
                .isNull();
    }

    @Test
    @DisplayName("K4 or what Rollback.returning was given")
    void givenResults() {
        assertThat(bean.number(() -> {
                    throw Rollback.returning(42);
                }))
                .isEqualTo(42);
        assertThat(xacts.<String, RuntimeException>call(() -> {
                    throw Rollback.returning("value");
                }))
                .isEqualTo("value");
    }

    @Test
    @DisplayName("K4 a result of the wrong type is an error that names the method; the scope is rolled back")
    void wrongResult() {
        assertThatThrownBy(() -> bean.number(() -> {
                    insertUnchecked("a");
                    throw Rollback.returning("no number");
                }))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("OnMethod.number");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("K5 outside any scope it is an ordinary exception: where no transaction is, and in a hook")
    void outsideAnyScope() throws SQLException {
        Rollback rollback = new Rollback();
        assertThat(catchThrowable(() -> xacts.markOnError(() -> {
                    throw rollback;
                })))
                .isSameAs(rollback);
        assertThat(catchThrowable(() -> xacts.run(() -> {
                    insert("a");
                    xacts.onCommit(() -> {
                        throw rollback;
                    });
                })))
                .isSameAs(rollback);

        assertThat(rows()).containsExactly("a");
    }

    static Stream<RuntimeException> wrappers() {
        Rollback rollback = new Rollback();
        IllegalStateException suppressing = new IllegalStateException("suppressing");
        suppressing.addSuppressed(rollback);
        return Stream.of(
                new IllegalStateException(rollback),
                new EJBException(new IllegalStateException(rollback)),
                new UndeclaredThrowableException(rollback),
                suppressing);
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    @DisplayName(
            "K8 only the thrown instance counts: a Rollback that is a cause, or suppressed, is an ordinary failure")
    void wrappedIsOrdinary(RuntimeException wrapper) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            assertThat(catchThrowable(() -> xacts.run(() -> {
                        insert("inner");
                        throw wrapper;
                    })))
                    .isSameAs(wrapper);
        });
        assertThat(catchThrowable(() -> xacts.run(() -> {
                    insert("outermost");
                    throw wrapper;
                })))
                .isSameAs(wrapper);

        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("K8 an EJB passes it on unwrapped, and leaves the transaction unmarked: it says so by its annotation")
    void applicationException() {
        ApplicationException annotation = OwnRollback.class.getSuperclass().getAnnotation(ApplicationException.class);

        assertThat(annotation.rollback()).isFalse();
        assertThat(annotation.inherited()).as("for subclasses too").isTrue();
    }

    @Test
    @DisplayName("K9 a scope that wrote nothing commits all the same, and its hooks run")
    void emptyScopeCommits() throws SQLException {
        List<String> ran = new ArrayList<>();
        xacts.run(() -> xacts.onCommit(() -> ran.add("empty")));
        xacts.run(() -> {
            assertThat(items.names()).isEmpty();
            xacts.onCommit(() -> ran.add("read"));
        });

        assertThat(ran).containsExactly("empty", "read");
        assertThat(wire().sent()).endsWith("xa commit");
    }

    @Test
    @DisplayName("K9 plain SQL counts, through our data source or the container's")
    void plainSqlCounts() throws SQLException {
        xacts.run(() -> {
            Items.execute(items.orders(), "INSERT INTO item VALUES ('guarded')");
            Items.execute(surroundings().orders().pool(), "INSERT INTO item VALUES ('unguarded')");
        });

        assertThat(rows()).containsExactly("guarded", "unguarded");
    }
}

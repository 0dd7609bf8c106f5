// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.TestBeans.Scopes;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A scope keeps its work or undoes it, alone where it is nested. */
@EveryProduct
class BlockTest extends ScopeTest {

    BlockTest(Product product) {
        super(product);
    }

    private Scopes scopes(Form form) {
        return form.in(surroundings());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A1 A3 A5 a scope commits, keeps its result, and is not seen before")
    void commits(Form form) throws Exception {
        String result = scopes(form).call(() -> {
            insert("a");
            assertThat(rows()).as("seen during the scope").isEmpty();
            return "kept";
        });

        assertThat(result).isEqualTo("kept");
        assertThat(rows()).containsExactly("a");
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("unchecked"), new IOException("checked"), new AssertionError("error"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @DisplayName("A2 A4 A6 whatever is thrown rolls back, and comes out as the same instance")
    void rollsBack(Throwable failure) {
        for (Form form : Form.values()) {
            Throwable thrown = catchThrowable(() -> scopes(form).run(() -> {
                insert("a");
                throw failure;
            }));

            assertThat(thrown).as("by %s", form).isSameAs(failure);
            assertThat(rows()).as("by %s", form).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A7 both levels commit: one branch, one savepoint, one release, one commit")
    void nestedCommitCommit(Form form) throws Exception {
        scopes(form).run(() -> {
            insert("outer");
            scopes(form).run(() -> insert("inner"));
        });

        assertThat(rows()).containsExactly("inner", "outer");
        assertThat(wire().savepointStatements())
                .satisfiesExactly(
                        set -> assertThat(set).startsWith("SAVEPOINT xact_"),
                        release -> assertThat(release).startsWith("RELEASE SAVEPOINT xact_"));
        assertThat(wire().sent(call -> call.startsWith("xa "))).containsExactly("xa start", "xa end", "xa commit");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A8 an inner failure is undone, the outer work is kept")
    void nestedCommitRollback(Form form) throws Exception {
        scopes(form).run(() -> {
            insert("outer");
            failing(form, "inner");
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A9 an outer failure undoes a finished inner scope")
    void nestedRollbackCommit(Form form) {
        assertThatThrownBy(() -> scopes(form).run(() -> {
                    insert("outer");
                    scopes(form).run(() -> insert("inner"));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A10 both fail, each caught at its edge: nothing is kept")
    void nestedRollbackRollback(Form form) {
        assertThatThrownBy(() -> scopes(form).run(() -> {
                    insert("outer");
                    failing(form, "inner");
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A8 a statement that the database refuses is undone with its scope")
    void brokenConstraintIsUndoneAlone(Form form) throws Exception {
        scopes(form).run(() -> {
            insert("a");
            assertThatThrownBy(() -> scopes(form).run(() -> {
                        insert("b");
                        insert("a");
                    }))
                    .isInstanceOf(java.sql.SQLException.class);
            insert("c");
        });

        assertThat(rows()).isEqualTo(List.of("a", "c"));
    }

    private void failing(Form form, String name) {
        IllegalStateException failure = new IllegalStateException(name);
        assertThat(catchThrowable(() -> scopes(form).run(() -> {
                    insert(name);
                    throw failure;
                })))
                .isSameAs(failure);
    }
}

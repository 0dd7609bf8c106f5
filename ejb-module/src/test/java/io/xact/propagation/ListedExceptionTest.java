// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.XactOptions;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Exceptions that let their scope commit. */
@EveryProduct
class ListedExceptionTest extends ScopeTest {

    private final XactOptions lenient = xacts.with().dontRollbackOn(IOException.class);

    ListedExceptionTest(Product product) {
        super(product);
    }

    private void assertComesOut(Throwable failure, Doing work) {
        assertThat(catchThrowable(() -> lenient.run(() -> {
                    work.run();
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    @DisplayName("a listed exception, or a subclass of it, comes out of a scope that is kept")
    void listedIsKept() {
        IOException listed = new FileNotFoundException("listed");
        assertComesOut(listed, () -> insert("kept"));

        assertThat(listed).hasNoSuppressedExceptions();
        assertThat(rows()).containsExactly("kept");
    }

    @Test
    @DisplayName("out of a nested scope it keeps that scope")
    void listedKeepsNestedScope() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            assertComesOut(new IOException("listed"), () -> insert("nested"));
            failing(lenient, () -> insert("undone"));
        });

        assertThat(rows()).containsExactly("nested", "outer");
    }

    @Test
    @DisplayName("only what is listed lets a scope commit")
    void onlyListedCommits() {
        failing(lenient, () -> insert("a"));

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("it lifts no flag: the scope that wished to is rolled back, and that is said on it")
    void liftsNoFlag() {
        IOException listed = new IOException("listed");
        assertComesOut(listed, () -> {
            insert("undone");
            xacts.setRollback(true);
        });

        assertThat(listed.getSuppressed())
                .singleElement()
                .isInstanceOf(XactRolledBackException.class)
                .satisfies(suppressed -> assertThat(suppressed).hasNoCause());
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("it lifts no doom: the scope is rolled back, and that is said on it")
    void liftsNoDoom() {
        IOException listed = new IOException("listed");
        assertComesOut(listed, () -> {
            insert("undone");
            assertThatThrownBy(() -> insert("undone")).isInstanceOf(SQLException.class);
        });

        assertThat(listed.getSuppressed())
                .singleElement()
                .isInstanceOf(XactRolledBackException.class)
                .satisfies(suppressed -> assertThat(suppressed).hasCauseInstanceOf(SQLException.class));
        assertThat(rows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A helper for libraries whose failures must not be caught and forgotten. */
@EveryProduct
class MarkOnErrorTest extends ScopeTest {

    private final IOException failure = new IOException("library");

    MarkOnErrorTest(Product product) {
        super(product);
    }

    private void failInLibrary() {
        assertThat(catchThrowable(() -> xacts.markOnError(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    private void assertDoomedByLibrary() {
        assertThat(xacts.isRollback()).isTrue();
        assertThatThrownBy(() -> insert("refused"))
                .isInstanceOf(BrokenScopeException.class)
                .hasCause(failure);
    }

    @Test
    @DisplayName("G6 its failure dooms the scope around it until its end, and nothing after it")
    void doomsTheScope() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    failInLibrary();
                    assertDoomedByLibrary();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCause(failure);
        assertThat(rows()).isEmpty();

        xacts.run(() -> insert("next"));
        assertThat(rows()).containsExactly("next");
    }

    @Test
    @DisplayName("G6 in a nested scope it dooms that one alone")
    void doomsNestedScopeAlone() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("inner");
                        failInLibrary();
                        assertDoomedByLibrary();
                    }))
                    .isInstanceOf(XactRolledBackException.class);
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("G6 without a failure it marks nothing, and opens no scope")
    void withoutFailure() throws SQLException {
        xacts.run(() -> xacts.markOnError(() -> {
            assertThat(xacts.depth()).isEqualTo(1);
            insert("a");
        }));

        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("G7 where no scope is it marks nothing, and the next scope is clean")
    void withoutScope() throws SQLException {
        failInLibrary();
        xacts.run(() -> {
            assertThat(xacts.isRollback()).isFalse();
            insert("a");
        });

        assertThat(rows()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("G7 it doesn't mark a foreign transaction, before or after a scope in it")
    void inForeignTransaction(boolean afterScope) throws Exception {
        TransactionManager manager = Surroundings.transactionManager();
        manager.begin();
        if (afterScope) {
            xacts.run(() -> insert("scope"));
        }
        failInLibrary();
        assertThat(manager.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        insert("owner");
        manager.commit();

        assertThat(rows()).contains("owner");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.Status;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merged scopes share the fate of the scope around them. */
@EveryProduct
class MergedTest extends ScopeTest {

    MergedTest(Product product) {
        super(product);
    }

    private void merged(Form form, String name) throws SQLException {
        form.merged(surroundings()).run(() -> insert(name));
    }

    /** A merged scope that writes and fails; the failure is caught. */
    private IllegalStateException failingMerged(Form form, String name) {
        IllegalStateException failure = new IllegalStateException(name);
        assertThat(catchThrowable(() -> form.merged(surroundings()).run(() -> {
                    insert(name);
                    throw failure;
                })))
                .isSameAs(failure);
        return failure;
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("B1 a merged scope sends no savepoint, and is kept with the scope around it")
    void sendsNoSavepoint(Form form) throws SQLException {
        xacts.run(() -> {
            insert("before");
            merged(form, "merged");
            assertThat(rows()).as("committed by the merged scope").isEmpty();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "before", "merged");
        assertThat(wire().savepointStatements()).isEmpty();
        assertThat(wire().sent(call -> call.startsWith("xa "))).containsExactly("xa start", "xa end", "xa commit");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("B2 its failure, though caught, dooms the scope around it, which says so")
    void failureDooms(Form form) {
        IllegalStateException[] failure = new IllegalStateException[1];

        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    failure[0] = failingMerged(form, "merged");
                    assertThat(xacts.isRollback()).isTrue();
                    assertThatThrownBy(() -> insert("after"))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasCause(failure[0]);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .satisfies(thrown -> assertThat(thrown.getCause()).isSameAs(failure[0]));

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("B3 a failure of the outer scope takes merged work along")
    void outerFailureTakesMergedWorkAlong(Form form) {
        failing(() -> {
            insert("outer");
            merged(form, "merged");
        });

        assertThat(rows()).isEmpty();
        assertThat(wire().savepointStatements()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("B4 where both fail nothing is kept, and the outer failure comes out, with the merged one suppressed")
    void bothFail(Form form) {
        Throwable[] merged = new Throwable[1];

        Throwable outer = failing(() -> {
            insert("outer");
            merged[0] = failingMerged(form, "merged");
        });

        assertThat(outer.getSuppressed()).containsExactly(merged[0]);
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("Q2 its failure leaves the JTA transaction unmarked until the outermost edge")
    void leavesTransactionUnmarked(Form form) {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    failingMerged(form, "merged");
                    assertUnmarked();
                    xacts.run(MergedTest::assertUnmarked);
                    assertUnmarked();
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }

    private static void assertUnmarked() throws Exception {
        assertThat(Surroundings.transactionManager().getStatus())
                .as("status of the transaction")
                .isEqualTo(Status.STATUS_ACTIVE);
    }
}

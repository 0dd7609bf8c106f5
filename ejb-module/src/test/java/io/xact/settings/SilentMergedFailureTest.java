// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.settings;

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
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code xact.merged-failure=silent}. */
@EveryProduct
class SilentMergedFailureTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();
    private final IllegalStateException failure = new IllegalStateException("merged");

    SilentMergedFailureTest(Product product) {
        super(Surroundings.of(product, Map.of("xact.merged-failure", "silent")));
    }

    private void failInMerged(Form form) {
        assertThat(catchThrowable(() -> form.merged(surroundings()).run(() -> {
                    insert("merged");
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("a merged failure that is caught has the scope around it rolled back without a word")
    void silent(Form form) throws SQLException {
        String result = xacts.call(() -> {
            insert("outer");
            xacts.onCommit(() -> ran.add("commit"));
            failInMerged(form);
            assertThat(xacts.isRollback()).isTrue();
            assertThatThrownBy(() -> insert("refused"))
                    .isInstanceOf(BrokenScopeException.class)
                    .hasCause(failure);
            return "returned";
        });

        assertThat(result).isEqualTo("returned");
        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("a nested one around it is undone alone, without a word as well")
    void silentInNestedScope(Form form) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("nested");
                failInMerged(form);
            });
            assertThat(xacts.isRollback()).isFalse();
        });

        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("one that is not caught comes out as it is")
    void comesOut() {
        assertThat(catchThrowable(() ->
                        xacts.run(() -> xacts.with().savepoint(false).run(() -> {
                            insert("merged");
                            throw failure;
                        }))))
                .isSameAs(failure);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("G3 a failed statement is no merged failure: it stays loud, in a merged scope too")
    void failedStatementIsLoud() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    assertThatThrownBy(() -> xacts.with().savepoint(false).run(() -> insert("a")))
                            .isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("in a foreign transaction it marks that, as it does otherwise: nothing is committed in silence")
    void inForeignTransaction() throws Exception {
        TransactionManager manager = Surroundings.transactionManager();
        manager.begin();
        failInMerged(Form.LAMBDA);
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        assertThat(rows()).isEmpty();
    }
}

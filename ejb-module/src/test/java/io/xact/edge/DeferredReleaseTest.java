// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static io.xact.edge.Refusals.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On PostgreSQL a release waits for the next statement, at the latest for the commit; and there it may fail. */
@PostgreSqlOnly
class DeferredReleaseTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    DeferredReleaseTest(Product product) {
        super(product);
    }

    /** Only a data source that has taken a savepoint before is trusted to take several statements in one text. */
    @BeforeEach
    void proveThatSavepointsAreTaken() throws SQLException {
        xacts.run(() -> failing(() -> insert("undone")));
        wire().clear();
    }

    private void nested() throws SQLException {
        xacts.run(() -> insert("nested"));
    }

    @Test
    @DisplayName(
            "E1 a release that fails with the next statement dooms the scope that sent it: refused, rolled back, said")
    void failsWithTheNextStatement() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    refuse(wire(), "RELEASE");
                    nested();
                    assertThatThrownBy(() -> insert("next")).hasMessageStartingWith("refused: RELEASE");
                    assertThatThrownBy(() -> insert("refused")).isInstanceOf(BrokenScopeException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageStartingWith("refused: RELEASE");

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("E1 a release that fails at the commit rolls everything back, and says why; no hook runs")
    void failsAtTheCommit() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    xacts.onCommit(() -> ran.add("commit"));
                    refuse(wire(), "RELEASE");
                    nested();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("refused: RELEASE");

        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("E1 where a nested scope sent it, that scope is rolled back, and what is around it goes on")
    void costsTheScopeThatSentIt() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("middle");
                        refuse(wire(), "RELEASE");
                        nested();
                        try {
                            insert("next");
                        } finally {
                            wire().tap(call -> {});
                        }
                    }))
                    .hasMessageStartingWith("refused: RELEASE");
            assertThat(xacts.isRollback()).isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @Test
    @DisplayName(
            "E1 E2 a sibling whose savepoint travels with the failed release can't be undone alone: all is rolled back")
    void siblingCannotBeUndone() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outer");
                    nested();
                    refuse(wire(), "RELEASE");
                    assertThatThrownBy(() -> xacts.run(() -> insert("sibling")))
                            .hasMessageStartingWith("refused: RELEASE");
                    wire().tap(call -> {});
                    assertThatThrownBy(() -> insert("refused")).isInstanceOf(BrokenScopeException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static io.xact.edge.Refusals.anotherCopyJoins;
import static io.xact.edge.Refusals.refuse;
import static io.xact.edge.Refusals.refuseOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The database refuses to release a savepoint when its scope is left. */
@EveryProduct
class FailingReleaseTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    FailingReleaseTest(Product product) {
        super(product);
    }

    private void nestedWithHooks() throws SQLException {
        xacts.run(() -> {
            insert("nested");
            xacts.onCommit(() -> ran.add("commit"));
            xacts.onRollback(() -> ran.add("rollback"));
        });
    }

    @Test
    @DisplayName(
            "E2 K10 a failed release is answered by rolling back to that savepoint and releasing it; the error is out")
    void answeredByRollback() throws SQLException {
        xacts.run(() -> {
            anotherCopyJoins();
            insert("outer");
            refuseOnce(wire(), "RELEASE");
            assertThatThrownBy(this::nestedWithHooks)
                    .isInstanceOf(XactRolledBackException.class)
                    .hasMessageContaining("releasing")
                    .cause()
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("refused: RELEASE");
            assertThat(ran).containsExactly("rollback");
            assertThat(xacts.isRollback()).as("the outer scope's flag").isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
        assertThat(ran).containsExactly("rollback");
        assertThat(kinds())
                .containsExactly("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "RELEASE SAVEPOINT");
    }

    private List<String> kinds() {
        assertThat(wire().savepointStatements())
                .as("all name the same savepoint")
                .allMatch(sql -> sql.endsWith(name()));
        return wire().savepointStatements().stream()
                .map(sql -> sql.substring(0, sql.lastIndexOf(' ')))
                .toList();
    }

    private String name() {
        String set = wire().savepointStatements().get(0);
        return set.substring(set.lastIndexOf(' '));
    }

    @Test
    @DisplayName("E1 E2 if that fails too the outer scope refuses statements, and all of it is rolled back")
    void outerScopeIsDoomed() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    anotherCopyJoins();
                    insert("outer");
                    refuse(wire(), "RELEASE", "ROLLBACK TO");
                    assertThatThrownBy(this::nestedWithHooks)
                            .isInstanceOf(XactRolledBackException.class)
                            .cause()
                            .hasMessageStartingWith("refused: RELEASE")
                            .satisfies(cause -> assertThat(cause.getSuppressed())
                                    .singleElement()
                                    .satisfies(second ->
                                            assertThat(second).hasMessageStartingWith("refused: ROLLBACK TO")));
                    assertDoomedForGood();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).isEmpty();
    }

    private void assertDoomedForGood() {
        assertThat(xacts.isRollback()).isTrue();
        assertThatThrownBy(() -> insert("refused")).isInstanceOf(BrokenScopeException.class);
        assertThatThrownBy(() -> xacts.setRollback(false)).isInstanceOf(XactStateException.class);
    }

    @Test
    @DisplayName("E1 E2 and so it is with every scope around it, up to the outermost")
    void everyScopeAroundIsDoomed() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    anotherCopyJoins();
                    insert("outermost");
                    assertThatThrownBy(() -> xacts.run(() -> {
                                insert("middle");
                                refuse(wire(), "RELEASE", "ROLLBACK TO");
                                assertThatThrownBy(this::nestedWithHooks).isInstanceOf(XactRolledBackException.class);
                                wire().tap(call -> {});
                            }))
                            .isInstanceOf(XactRolledBackException.class);
                    assertDoomedForGood();
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("E1 the next transaction on the pool is healthy")
    void nextIsHealthy() throws SQLException {
        outerScopeIsDoomed();
        wire().tap(call -> {});
        ran.clear();
        xacts.run(() -> {
            insert("outer");
            nestedWithHooks();
        });

        assertThat(ran).containsExactly("commit");
        assertThat(rows()).containsExactly("nested", "outer");
    }
}

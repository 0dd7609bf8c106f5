// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.unguarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A failed statement that the code swallows leaves PostgreSQL's transaction aborted, and its COMMIT rolls back without a word.
 */
@PostgreSqlOnly
class SwallowedErrorTest extends UnguardedTest {

    private final List<String> ran = new ArrayList<>();

    SwallowedErrorTest(Product product) {
        super(product);
    }

    private void insertTwice(String name) throws SQLException {
        insertUnguarded(name);
        assertThatThrownBy(() -> insertUnguarded(name)).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("S1 the outermost scope raises, though it did nothing but unguarded work and no scope was nested")
    void outermostRaises() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    xacts.onCommit(() -> ran.add("hook"));
                    insertTwice("a");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("current transaction is aborted");

        assertThat(rows()).isEmpty();
        assertThat(ran).isEmpty();
    }

    @Test
    @DisplayName("S1 nothing of another data source is committed, whichever was enlisted first")
    void otherBranch() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("a");
                    insertTwice("a");
                }))
                .isInstanceOf(XactRolledBackException.class);
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertTwice("a");
                    insertUnguardedAudit("a");
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("S1 a foreign owner's commit fails, if a scope or a guarded connection was in his transaction")
    void foreignOwner() throws Exception {
        manager.begin();
        insertTwice("a");
        assertThatThrownBy(() -> xacts.run(() -> {})).isInstanceOf(XactRolledBackException.class);
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        manager.begin();
        insertAudit("a");
        insertTwice("a");
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("S1 a scope that is entered afterwards is told of it; nor does it go on in an aborted branch")
    void scopeEnteredAfterwards() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertTwice("a");
                    assertThatThrownBy(() -> xacts.run(() -> insertAudit("a")))
                            .isInstanceOf(BrokenScopeException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("current transaction is aborted");
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertTwice("a");
                    assertThatThrownBy(xacts::savepoint).isInstanceOf(BrokenScopeException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("S1 swallowed in a nested scope, it costs that scope alone, which says so")
    void nestedScope() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            assertThatThrownBy(() -> xacts.run(() -> insertTwice("a"))).isInstanceOf(XactRolledBackException.class);
            insertUnguarded("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName(
            "S1 E2 nor does it cost more where another data source has followed the scope, which is asked later or sooner")
    void nestedScopeOnTwo() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            insertUnguardedAudit("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertUnguardedAudit("a");
                        insertTwice("a");
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasStackTraceContaining("current transaction is aborted");
            assertThatThrownBy(() -> xacts.run(() -> {
                        insertUnguarded("b");
                        insertTwiceIntoAudit("b");
                    }))
                    .isInstanceOf(XactRolledBackException.class);
            insertUnguarded("after");
            insertUnguardedAudit("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
        assertThat(auditRows()).containsExactly("after", "outer");
    }

    private void insertTwiceIntoAudit(String name) throws SQLException {
        insertUnguardedAudit(name);
        assertThatThrownBy(() -> insertUnguardedAudit(name)).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("S1 E2 a savepoint by hand that can't be released then can still be rolled back to")
    void savepointOnTwo() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            insertUnguardedAudit("outer");
            XactSavepoint savepoint = xacts.savepoint();
            insertUnguardedAudit("a");
            insertTwice("a");
            assertThatThrownBy(() -> xacts.release(savepoint))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasStackTraceContaining("current transaction is aborted");
            xacts.rollbackTo(savepoint);
            xacts.setRollback(false);
            insertUnguarded("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
        assertThat(auditRows()).containsExactly("outer");
    }

    @Test
    @DisplayName("S1 a connection that only was guarded is not asked before the commit, an unguarded one always")
    void whoIsAsked() throws SQLException {
        xacts.run(() -> {
            insert("a");
            insertUnguardedAudit("a");
            wire().clear();
            surroundings().audit().wire().clear();
        });

        assertThat(rows()).containsExactly("a");
        assertThat(auditRows()).containsExactly("a");
        assertThat(wire().sent(call -> !call.startsWith("xa "))).isEmpty();
        assertThat(surroundings().audit().wire().sent(call -> !call.startsWith("xa ")))
                .hasSize(1);
    }

    @Test
    @DisplayName("E2 at a nested scope's edge it is asked only where another data source has followed that scope")
    void whoIsAskedAtAnEdge() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            xacts.run(() -> insertUnguarded("alone"));
            insertAudit("beside");
            xacts.run(() -> insertUnguarded("alone still"));
            assertThat(pings()).isZero();
            xacts.run(() -> {
                insertUnguarded("both");
                insertAudit("both");
            });
            assertThat(pings()).isOne();
        });

        assertThat(rows()).containsExactly("alone", "alone still", "both", "outer");
        assertThat(auditRows()).containsExactly("beside", "both");
    }

    private long pings() {
        return wire().sent("SELECT 1"::equals).size();
    }
}

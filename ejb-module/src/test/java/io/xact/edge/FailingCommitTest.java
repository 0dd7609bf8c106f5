// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.HeuristicOutcomeException;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.WitnessResource;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The commit is refused, or its answer is lost. */
@EveryProduct
class FailingCommitTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    FailingCommitTest(Product product) {
        super(product);
    }

    private void insertWithHooks(String name) throws SQLException {
        insert(name);
        xacts.onCommit(() -> ran.add("commit"));
        xacts.onRollback(() -> ran.add("rollback"));
    }

    @Test
    @DisplayName("E4 K10 a refused commit comes out with its cause, after a roll back; hooks are those of a roll back")
    void refusedCommit() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    WitnessResource.refusing().enlist();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .isInstanceOf(RollbackException.class)
                .satisfies(cause -> assertThat(cause.getSuppressed()).hasAtLeastOneElementOfType(XAException.class));

        assertThat(ran).containsExactly("rollback");
        assertThat(wire().sent()).endsWith("xa rollback");
        assertThat(rows()).isEmpty();
        assertNextIsHealthy();
    }

    private void assertNextIsHealthy() throws SQLException {
        ran.clear();
        xacts.run(() -> insert("next"));
        assertThat(ran).isEmpty();
        assertThat(rows()).contains("next");
    }

    @Test
    @DisplayName("E4 M2 where the second of two databases can't prepare, the first is rolled back too")
    void secondCannotPrepare() throws Exception {
        surroundings().audit().wire().tap(call -> {
            if (call.equals("xa prepare")) {
                throw new XAException(XAException.XAER_RMERR);
            }
        });
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("first");
                    insertAudit("second");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(RollbackException.class);

        assertThat(wire().sent()).contains("xa prepare").endsWith("xa rollback");
        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
        assertNextIsHealthy();
    }

    @Test
    @DisplayName("E4 Q9 a mixed outcome is said to be that, never a roll back; no hook runs")
    void mixedOutcome() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertWithHooks("a");
                    new WitnessResource() {
                        @Override
                        public void commit(Xid xid, boolean onePhase) throws XAException {
                            throw new XAException(XAException.XA_HEURRB);
                        }
                    }.enlist();
                }))
                .isInstanceOfSatisfying(
                        HeuristicOutcomeException.class,
                        mixed -> assertThat(mixed.outcome()).isEqualTo(HeuristicOutcomeException.Outcome.MIXED));

        assertThat(ran).isEmpty();
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("E4 a failing roll back doesn't hide what the code threw, and its connection is not used again")
    void failingRollback() throws SQLException {
        String[] session = new String[1];
        wire().tap(call -> {
            if (call.equals("xa rollback")) {
                surroundings().orders().end(session[0]);
            }
        });
        failing(() -> {
            insertWithHooks("a");
            session[0] = surroundings().orders().session();
        });
        wire().tap(call -> {});

        assertThat(ran).containsExactly("rollback");
        xacts.run(() -> {
            assertThat(surroundings().orders().session()).isNotEqualTo(session[0]);
            insert("next");
        });
        assertThat(rows()).containsExactly("next");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static io.xact.edge.Refusals.anotherCopyJoins;
import static io.xact.edge.Refusals.refuseOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One database refuses to release a savepoint, and another one is used by a connection that nobody guards. */
@EveryProduct
class ReleaseBesideUnguardedTest extends ScopeTest {

    ReleaseBesideUnguardedTest(Product product) {
        super(product);
    }

    private void insertUnguardedAudit(String name) throws SQLException {
        Items.insert(surroundings().audit().pool(), name);
    }

    private void assertAllGoes(Doing nested) {
        assertThatThrownBy(() -> xacts.run(() -> {
                    anotherCopyJoins();
                    insert("outer");
                    refuseOnce(wire(), "RELEASE");
                    assertThatThrownBy(() -> xacts.run(nested::run))
                            .isInstanceOf(XactRolledBackException.class)
                            .cause()
                            .hasMessageStartingWith("refused: RELEASE");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Surroundings.AUDIT);

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("E1 E2 S7 what joined inside can't be undone then, and takes all of the transaction along")
    void joinedInside() {
        assertAllGoes(() -> {
            insert("nested");
            insertUnguardedAudit("unguarded");
        });
    }

    @Test
    @DisplayName("E1 E2 S7 so it does where a guarded connection came after it, and agreed to the release")
    void guardedAfterwards() {
        assertAllGoes(() -> {
            insert("nested");
            insertUnguardedAudit("unguarded");
            insertAudit("guarded");
        });
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.unguarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An unguarded data source that is enlisted when a scope is entered gets its savepoint then: decision 8. */
@EveryProduct
class EntrySavepointTest extends UnguardedTest {

    EntrySavepointTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("A8 S7 a nested scope undoes unguarded work alone, where its data source was used before")
    void undoneAlone() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            failing(() -> insertUnguarded("inner"));
            insertUnguarded("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("A9 F2 in a foreign transaction too, where no scope is around")
    void inForeignTransaction() throws Exception {
        manager.begin();
        insertUnguarded("owner");
        failing(() -> insertUnguarded("inner"));
        xacts.run(() -> insertUnguarded("kept"));
        manager.commit();

        assertThat(rows()).containsExactly("kept", "owner");
    }

    @Test
    @DisplayName("M3 S7 work on two data sources, guarded and not, is undone together, level by level")
    void twoDataSources() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            insertAudit("outer");
            failing(() -> {
                insertUnguarded("inner");
                insertAudit("inner");
                failing(() -> {
                    insertAudit("deep");
                    insertUnguarded("deep");
                });
                xacts.run(() -> insertUnguarded("kept inside"));
            });
            xacts.run(() -> {
                failing(() -> insertUnguarded("deep"));
                insertUnguarded("inner");
            });
        });

        assertThat(rows()).containsExactly("inner", "outer");
        assertThat(auditRows()).containsExactly("outer");
    }

    @Test
    @DisplayName("K2 D4 a Rollback and the flag undo it without a word")
    void silently() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            xacts.run(() -> {
                insertUnguarded("Rollback");
                throw new Rollback();
            });
            xacts.run(() -> {
                insertUnguarded("flag");
                xacts.setRollback(true);
            });
        });

        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("D2 a savepoint by hand undoes it, more than once")
    void byHand() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            XactSavepoint savepoint = xacts.savepoint();
            for (int i = 0; i < 2; i++) {
                insertUnguarded("undone");
                xacts.rollbackTo(savepoint);
            }
            insertUnguarded("after");
            xacts.release(savepoint);
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("A8 a statement that failed inside is undone with its scope, and the outer one goes on")
    void failedStatement() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            assertThatThrownBy(() -> xacts.run(() -> insertUnguarded("outer"))).isInstanceOf(SQLException.class);
            insertUnguarded("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("M5 a data source that is only guarded, and not touched, is sent nothing still")
    void guardedStaysLazy() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            insertUnguardedAudit("outer");
            wire().clear();
            surroundings().audit().wire().clear();
            xacts.run(() -> {});
            assertThat(wire().savepointStatements()).isEmpty();
            assertThat(surroundings().audit().wire().savepointStatements()).hasSize(2);
        });
        assertThat(rows()).containsExactly("outer");
        assertThat(auditRows()).containsExactly("outer");
    }

    @Test
    @DisplayName("A7 beside unguarded work of the same data source, guarded work is undone as well")
    void mixedOnOneDataSource() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            insert("guarded outer");
            failing(() -> insert("guarded"));
            failing(() -> insertUnguarded("unguarded"));
            failing(() -> {
                insertUnguarded("unguarded");
                insert("guarded");
            });
            xacts.run(() -> insert("kept"));
        });

        assertThat(rows()).containsExactly("guarded outer", "kept", "outer");
    }

    @Test
    @DisplayName("S9 hundreds of them in a row, with names that never collide")
    void manySiblings() throws SQLException {
        xacts.run(() -> {
            insertUnguarded("outer");
            for (int i = 0; i < 300; i++) {
                int number = i;
                failing(() -> insertUnguarded("undone " + number));
                xacts.run(() -> insertUnguarded("kept " + number));
            }
        });

        assertThat(rows()).hasSize(301);
    }
}

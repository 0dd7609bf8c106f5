// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.Timeouts;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scopes around work by JPA, in somebody's transaction, which is committed. */
@EveryProduct
class JpaScopesTest extends JpaTest {

    JpaScopesTest(Product product) {
        super(product);
    }

    private void persist(long id, String name) {
        em().persist(new Account(id, name));
    }

    /** A second row of that id, which the context doesn't know. */
    private void rival(long id) throws Exception {
        Items.execute(
                surroundings().orders().pool(),
                "INSERT INTO jpa_account (id, version, name) VALUES (" + id + ", 0, 'rival')");
    }

    @Test
    @DisplayName("S3 Q14 a failing flush in a nested scope undoes that scope; a change to an entity afterwards is kept")
    void failingFlush() throws Exception {
        transaction(() -> {
            persist(1, "outer");
            Account account = account(1);
            rival(2);
            assertThatThrownBy(() -> xacts.run(() -> {
                        account.name = "inner";
                        persist(2, "inner");
                        em().flush();
                    }))
                    .isInstanceOf(PersistenceException.class);
            assertThat(account.name).isEqualTo("outer");
            account.name = "after";
        });

        assertThat(accounts()).containsExactly("1 after", "2 rival");
    }

    @Test
    @DisplayName("S3 a failing query in a nested scope undoes that scope, also if the code swallows it")
    void failingQuery() throws Exception {
        transaction(() -> {
            persist(1, "outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        persist(2, "inner");
                        assertThatThrownBy(() -> em().createNativeQuery("SELECT nonsense")
                                        .getResultList())
                                .isInstanceOf(PersistenceException.class);
                    }))
                    .isInstanceOf(XactRolledBackException.class);
            account(1).name = "after";
        });

        assertThat(accounts()).containsExactly("1 after");
    }

    @Test
    @DisplayName(
            "S3 what a nested scope leaves unflushed is flushed at its edge, and costs that scope alone if it fails")
    void failingFlushAtTheEdge() throws Exception {
        transaction(() -> {
            persist(1, "outer");
            rival(2);
            assertThatThrownBy(() -> xacts.run(() -> persist(2, "inner")))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasCauseInstanceOf(PersistenceException.class);
            xacts.run(() -> persist(3, "kept"));
        });

        assertThat(accounts()).containsExactly("1 outer", "2 rival", "3 kept");
    }

    @Test
    @DisplayName("Q13 what the outer scope holds back is flushed before the savepoint; what was undone is forgotten")
    void flushedBeforeForgottenAfter() throws Exception {
        transaction(() -> {
            persist(1, "outer");
            xacts.run(() -> {
                persist(2, "ghost");
                account(1).name = "ghost";
                throw new Rollback();
            });
            assertThat(em().find(Account.class, 2L)).isNull();
            assertThat(em().createQuery("SELECT a.name FROM Account a", String.class)
                            .getResultList())
                    .containsExactly("outer");
        });

        assertThat(accounts()).containsExactly("1 outer");
    }

    @Test
    @DisplayName(
            "S3 S7 a context that joins inside the scope is undone with it: its savepoint is set before its first statement")
    void joiningInside() throws Exception {
        xacts.run(() -> {
            insert("outer");
            undoneInContext();
            xacts.run(() -> inContext(() -> persist(2, "kept")));
            undoneInContext();
        });

        assertThat(rows()).containsExactly("outer");
        assertThat(accounts()).containsExactly("2 kept");
    }

    @Test
    @DisplayName("S3 S7 also if nothing has used its data source in the transaction before")
    void joiningFirst() throws Exception {
        xacts.run(() -> {
            insertAudit("outer");
            undoneInContext();
            xacts.run(() -> inContext(() -> persist(2, "kept")));
            undoneInContext();
        });

        assertThat(auditRows()).containsExactly("outer");
        assertThat(accounts()).containsExactly("2 kept");
    }

    @Test
    @DisplayName("S3 S7 once it has joined inside a scope that was kept, later scopes undo it alone")
    void laterScopes() throws Exception {
        xacts.run(() -> {
            insertAudit("outer");
            xacts.run(() -> inContext(() -> {
                persist(1, "kept");
                xacts.run(() -> account(1).name = "changed");
                failing(() -> {
                    persist(2, "inner");
                    em().flush();
                });
            }));
        });

        assertThat(auditRows()).containsExactly("outer");
        assertThat(accounts()).containsExactly("1 changed");
    }

    private void undoneInContext() {
        failing(() -> inContext(() -> {
            persist(1, "inner");
            em().flush();
        }));
    }

    @Test
    @DisplayName("S7 unless its data source was used before in that scope, where nobody saw it")
    void joiningTooLate() {
        assertThatThrownBy(() -> xacts.run(() -> failing(() -> {
                    rival(1);
                    inContext(() -> persist(2, "inner"));
                })))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(surroundings().orders().jndiName());

        assertThat(accounts()).isEmpty();
    }

    @Test
    @DisplayName("M3 A8 guarded work and JPA's on one data source are undone together, level by level")
    void besideGuardedWork() throws Exception {
        transaction(() -> {
            insert("owner");
            persist(1, "owner");
            failing(() -> {
                insert("inner");
                persist(2, "inner");
                failing(() -> persist(3, "deep"));
                insert("again");
                account(1).name = "inner";
            });
            failing(() -> insert("guarded"));
            xacts.run(() -> {
                insert("kept");
                persist(4, "kept");
            });
        });

        assertThat(rows()).containsExactly("kept", "owner");
        assertThat(accounts()).containsExactly("1 owner", "4 kept");
    }

    @Test
    @DisplayName("D2 Q13 a savepoint by hand brings the context back, and saves a scope whose flush has failed")
    void byHand() throws Exception {
        xacts.run(() -> inContext(() -> {
            persist(1, "outer");
            rival(2);
            XactSavepoint savepoint = xacts.savepoint();
            for (int i = 0; i < 2; i++) {
                persist(2, "ghost");
                assertThatThrownBy(em()::flush).isInstanceOf(PersistenceException.class);
                xacts.rollbackTo(savepoint);
                xacts.setRollback(false);
            }
            account(1).name = "after";
        }));

        assertThat(accounts()).containsExactly("1 after", "2 rival");
    }

    @Test
    @DisplayName(
            "Q14 a flag that is lifted over a failed flush keeps nothing of it: a context in that state could write the half")
    void liftedFlag() throws Exception {
        transaction(() -> {
            persist(1, "outer");
            rival(2);
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("inner");
                        persist(2, "ghost");
                        assertThatThrownBy(em()::flush).isInstanceOf(PersistenceException.class);
                        xacts.setRollback(false);
                    }))
                    .isInstanceOf(XactRolledBackException.class);
        });

        assertThat(rows()).isEmpty();
        assertThat(accounts()).containsExactly("1 outer", "2 rival");
    }

    @Test
    @DisplayName(
            "Q14 in an outermost scope without savepoints the provider marks the transaction, and the edge says so")
    void outermost() {
        assertThatThrownBy(() -> xacts.run(() -> inContext(() -> {
                    rival(1);
                    persist(1, "ghost");
                    assertThatThrownBy(em()::flush).isInstanceOf(PersistenceException.class);
                })))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(accounts()).isEmpty();
    }

    @Test
    @DisplayName("S3 a flush that fails when a scope is entered is the failure of what is around it")
    void failingFlushAtTheEntry() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("outermost");
                    inContext(() -> {
                        rival(1);
                        persist(1, "ghost");
                        assertThatThrownBy(() -> xacts.run(() -> insert("never")))
                                .isInstanceOf(PersistenceException.class);
                    });
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).isEmpty();
        assertThat(accounts()).isEmpty();
    }

    @Test
    @DisplayName("Q3 after a timeout a flush keeps nothing, and the edge names the timeout")
    void timeout() {
        assertThatThrownBy(() -> xacts.with()
                        .timeout(Duration.ofSeconds(1))
                        .run(() -> inContext(() -> {
                            persist(1, "lost");
                            Timeouts.await();
                            em().flush();
                        })))
                .hasStackTraceContaining("longer than its timeout");

        assertThat(accounts()).isEmpty();
    }
}

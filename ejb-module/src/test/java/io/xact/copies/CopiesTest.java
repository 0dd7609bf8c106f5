// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.copies;

import static io.xact.support.Surroundings.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.OpenSavepoints;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scopes of two copies in one transaction: decision 10. */
@EveryProduct
class CopiesTest extends ScopeTest {

    private static final Map<Product, OtherCopy> COPIES = new EnumMap<>(Product.class);

    private final OtherCopy other;
    private final DataSource otherOrders;
    private final List<String> ran = new ArrayList<>();

    CopiesTest(Product product) {
        super(product);
        other = COPIES.computeIfAbsent(product, key -> CopyLoader.copyIn(Surroundings.of(key)));
        otherOrders = other.guarded(ORDERS);
    }

    private boolean insertByOther(String name) throws Exception {
        Items.insert(otherOrders, name);
        return true;
    }

    private void failingByOther(Callable<?> work) {
        assertThatThrownBy(() -> other.call(() -> {
                    work.call();
                    throw new IllegalStateException("other copy");
                }))
                .hasMessage("other copy");
    }

    @Test
    @DisplayName("it is another copy: neither knows the other's scopes")
    void isAnotherCopy() throws Exception {
        assertThat(other.getClass()).isNotEqualTo(XactsOfCopy.class);
        xacts.run(() -> {
            assertThat(other.depth()).isZero();
            assertThat(other.call(other::depth)).isEqualTo(1);
        });
        assertThat(other.call(xacts::depth)).isZero();
    }

    @Test
    @DisplayName("a scope of the other copy nests in ours: undone alone, or kept with it")
    void otherNestsInOurs() throws Exception {
        xacts.run(() -> {
            insert("ours");
            failingByOther(() -> insertByOther("undone"));
            assertThat(other.call(() -> insertByOther("theirs"))).isTrue();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "ours", "theirs");
    }

    @Test
    @DisplayName("and ours in one of the other copy, which began the transaction and commits it")
    void oursNestsInOther() throws Exception {
        other.call(() -> {
            insertByOther("theirs");
            failing(() -> insert("undone"));
            xacts.run(() -> insert("ours"));
            assertThat(rows()).isEmpty();
            return insertByOther("after");
        });

        assertThat(rows()).containsExactly("after", "ours", "theirs");
    }

    @Test
    @DisplayName("in turn, each failure goes back to its own level, and no two savepoints that are open share a name")
    void inTurn() throws Exception {
        OpenSavepoints open = new OpenSavepoints();
        wire().tap(open);
        xacts.run(() -> {
            insert("1");
            xacts.run(() -> {
                insert("2");
                other.call(() -> {
                    insertByOther("3");
                    failing(() -> {
                        insert("4");
                        assertThat(other.call(() -> insertByOther("5"))).isTrue();
                    });
                    failingByOther(() -> insertByOther("6"));
                    xacts.run(() -> insert("7"));
                    return insertByOther("8");
                });
                failing(() -> insert("9"));
            });
        });

        assertThat(rows()).containsExactly("1", "2", "3", "7", "8");
        assertThat(open.most()).isGreaterThanOrEqualTo(4);
        assertThat(open.names()).isEmpty();
    }

    @Test
    @DisplayName("a failure of ours takes along what the other copy's scope had kept inside")
    void oursTakesTheirsAlong() throws Exception {
        xacts.run(() -> {
            insert("outermost");
            failing(() -> {
                insert("ours");
                assertThat(other.call(() -> insertByOther("theirs"))).isTrue();
            });
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @Test
    @DisplayName(
            "what only the other copy guards, ours undoes alone: the other one has set the savepoints of our levels")
    void guardedByTheOtherOnly() throws Exception {
        xacts.run(() -> {
            insertAudit("outermost");
            failing(() -> assertThat(other.call(() -> insertByOther("theirs"))).isTrue());
            assertThat(other.call(() -> insertByOther("after"))).isTrue();
        });

        assertThat(rows()).containsExactly("after");
        assertThat(auditRows()).containsExactly("outermost");
    }

    @Test
    @DisplayName("nor does it matter that ours has used that data source before, outside the scope")
    void touchedByTheOtherOnly() throws Exception {
        xacts.run(() -> {
            insert("outermost");
            failing(() -> {
                failing(() ->
                        assertThat(other.call(() -> insertByOther("deep"))).isTrue());
                assertThat(other.call(() -> insertByOther("theirs"))).isTrue();
            });
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @Test
    @DisplayName("a savepoint by hand of ours undoes what only the other copy did since")
    void rolledBackByHand() throws Exception {
        xacts.run(() -> {
            insert("outermost");
            XactSavepoint savepoint = xacts.savepoint();
            for (int i = 0; i < 2; i++) {
                assertThat(other.call(() -> insertByOther("theirs"))).isTrue();
                xacts.rollbackTo(savepoint);
            }
            assertThat(other.call(() -> insertByOther("kept"))).isTrue();
        });

        assertThat(rows()).containsExactly("kept", "outermost");
    }

    @Test
    @DisplayName("hooks of the other copy wait for the commit of the whole, and go with their own scope")
    void hooks() throws Exception {
        xacts.run(() -> {
            insert("ours");
            xacts.onCommit(() -> ran.add("ours"));
            other.call(() -> {
                other.onCommit(() -> ran.add("theirs"));
                return insertByOther("theirs");
            });
            failingByOther(() -> {
                other.onCommit(() -> ran.add("undone"));
                return insertByOther("undone");
            });
            assertThat(ran).isEmpty();
        });

        assertThat(ran).containsExactlyInAnyOrder("ours", "theirs");
        assertThat(rows()).containsExactly("ours", "theirs");
    }

    @Test
    @DisplayName("hooks of the other copy are dropped when the transaction is rolled back")
    void hooksOfARollBack() {
        failing(() -> {
            insert("ours");
            other.call(() -> {
                other.onCommit(() -> ran.add("commit"));
                other.onRollback(() -> ran.add("rollback"));
                return insertByOther("theirs");
            });
        });

        assertThat(ran).containsExactly("rollback");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("I24 a hook of the other copy is dropped with a scope of ours around it that is undone alone")
    void hooksInsideAScopeThatIsUndone() throws Exception {
        xacts.run(() -> {
            insert("outermost");
            failing(() -> {
                insert("ours");
                other.call(() -> {
                    other.onCommit(() -> ran.add("commit of undone work"));
                    return insertByOther("theirs");
                });
            });
        });

        assertThat(ran).isEmpty();
        assertThat(rows()).containsExactly("outermost");
    }
}

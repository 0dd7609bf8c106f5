// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.using;

import static io.xact.support.Surroundings.AUDIT;
import static io.xact.support.Surroundings.ORDERS;
import static io.xact.support.Surroundings.ORDERS_TOO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Block;
import io.xact.Xact;
import io.xact.XactDefinitionException;
import io.xact.XactOptions;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A scope that names the data sources whose work it can undo alone. */
@EveryProduct
public class UsingTest extends ScopeTest {

    private final XactOptions usingAudit = xacts.with().named("audit only").using(AUDIT);
    private final List<String> ran = new ArrayList<>();

    UsingTest(Product product) {
        super(product);
    }

    /** The same by its annotation. */
    @ApplicationScoped
    public static class UsingAudit {

        @Xact(using = AUDIT)
        public <X extends Throwable> void run(Block<X> block) throws X {
            block.run();
        }
    }

    @Test
    @DisplayName("K13 by annotation as by option: undone alone, or with everything where it touched another")
    void byAnnotation() throws SQLException {
        UsingAudit bean = surroundings().bean(UsingAudit.class);
        xacts.run(() -> {
            insert("outer");
            insertAudit("outer");
            bean.run(() -> {
                insertAudit("undone");
                xacts.setRollback(true);
            });
        });
        assertThatThrownBy(() -> xacts.run(() -> bean.run(() -> {
                    insert("not named");
                    xacts.setRollback(true);
                })))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(ORDERS);

        assertThat(rows()).containsExactly("outer");
        assertThat(auditRows()).containsExactly("outer");
    }

    private List<String> auditSavepoints() {
        return surroundings().audit().wire().savepointStatements();
    }

    @Test
    @DisplayName("K13 it sets savepoints on the data sources that it names, and on no other")
    void savepointsOnTheNamedOnly() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            insertAudit("outer");
            usingAudit.run(() -> {
                insert("nested");
                insertAudit("nested");
            });
        });

        assertThat(wire().savepointStatements()).isEmpty();
        assertThat(auditSavepoints()).hasSize(2);
        assertThat(rows()).containsExactly("nested", "outer");
        assertThat(auditRows()).containsExactly("nested", "outer");
    }

    @Test
    @DisplayName("K13 if it fails and has touched no other, its work is undone alone; hooks follow it")
    void undoneAlone() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            insertAudit("outer");
            failing(usingAudit, () -> {
                insertAudit("nested");
                xacts.onCommit(() -> ran.add("nested"));
            });
            insert("after");
        });

        assertThat(ran).isEmpty();
        assertThat(rows()).containsExactly("after", "outer");
        assertThat(auditRows()).containsExactly("outer");
    }

    @Test
    @DisplayName("K13 if it fails and has touched another, the whole transaction is doomed, and that one is named")
    void touchedAnother() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("outer");
                    Throwable failure = failing(usingAudit, () -> {
                        insert("nested");
                        insertAudit("nested");
                    });
                    assertThat(failure.getSuppressed())
                            .singleElement()
                            .satisfies(second -> assertThat(second).hasMessageContaining(ORDERS));
                    assertThatThrownBy(() -> xacts.setRollback(false)).isInstanceOf(XactStateException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(ORDERS)
                .hasMessageContaining("using");

        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("K13 to have asked for a connection is to have touched it")
    void connectionIsTouch() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("outer");
                    failing(usingAudit, () -> items.orders().getConnection().close());
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(ORDERS);

        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("K13 without a name all data sources are meant")
    void noNameMeansAll() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            failing(xacts.with().using(), () -> {
                insert("nested");
                insertAudit("nested");
            });
        });

        assertThat(rows()).containsExactly("outer");
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("K13 another name of the same data source will do")
    void otherNameOfTheSame() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            failing(xacts.with().using(ORDERS_TOO), () -> insert("nested"));
        });

        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("K13 an unknown name is refused where it is said, with a list of the known ones")
    void unknownName() {
        assertThatThrownBy(() -> xacts.with().named("import").using(AUDIT, "java:/NoSuchDS"))
                .isInstanceOf(XactDefinitionException.class)
                .hasMessageContaining("java:/NoSuchDS")
                .hasMessageContaining("import")
                .hasMessageContaining(ORDERS)
                .hasMessageContaining(AUDIT);
    }

    @Test
    @DisplayName("K13 outermost, it commits and rolls back everything, named or not")
    void outermost() throws SQLException {
        usingAudit.run(() -> {
            insert("kept");
            insertAudit("kept");
        });
        failing(usingAudit, () -> {
            insert("undone");
            insertAudit("undone");
        });

        assertThat(rows()).containsExactly("kept");
        assertThat(auditRows()).containsExactly("kept");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.Form;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is undone to a savepoint that was taken by hand. */
@EveryProduct
class RollbackToTest extends ScopeTest {

    RollbackToTest(Product product) {
        super(product);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("what was done since is undone, what was done before and after is kept")
    void undoesWhatCameSince(Form form) throws SQLException {
        form.in(surroundings()).run(() -> {
            insert("before");
            XactSavepoint savepoint = xacts.savepoint();
            insert("since");
            xacts.rollbackTo(savepoint);
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "before");
    }

    @Test
    @DisplayName("it stays valid: it can be rolled back to again and again")
    void staysValid() throws SQLException {
        xacts.run(() -> {
            insert("before");
            XactSavepoint savepoint = xacts.savepoint();
            for (String name : List.of("first", "second", "third")) {
                insert(name);
                xacts.rollbackTo(savepoint);
                assertThat(items.names()).containsExactly("before");
            }
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "before");
    }

    @Test
    @DisplayName("nothing is sent for it before the next statement, and nothing at all where none follows")
    void isLazy() throws SQLException {
        xacts.run(() -> {
            XactSavepoint unused = xacts.savepoint();
            xacts.rollbackTo(unused);
            xacts.release(unused);
            assertThat(wire().sent()).isEmpty();
            insert("a");
            xacts.savepoint();
        });

        assertThat(wire().savepointStatements()).isEmpty();
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("data sources that are touched later are covered, one or both")
    void coversLaterTouchedSources() throws SQLException {
        xacts.run(() -> {
            XactSavepoint savepoint = xacts.savepoint();
            insert("since");
            insertAudit("since");
            xacts.rollbackTo(savepoint);
            insertAudit("after");
            xacts.rollbackTo(savepoint);
            insert("kept");
        });

        assertThat(rows()).containsExactly("kept");
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("what nested scopes did since goes as well, whether they ended well or not")
    void takesNestedScopesAlong() throws SQLException {
        xacts.run(() -> {
            insert("before");
            XactSavepoint savepoint = xacts.savepoint();
            xacts.run(() -> insert("nested"));
            failing(() -> insert("failed"));
            xacts.with().savepoint(false).run(() -> insert("merged"));
            xacts.rollbackTo(savepoint);
        });

        assertThat(rows()).containsExactly("before");
    }

    @Test
    @DisplayName("of several, rolling back to one leaves what older ones stand for")
    void several() throws SQLException {
        xacts.run(() -> {
            insert("1");
            XactSavepoint older = xacts.savepoint();
            insert("2");
            XactSavepoint newer = xacts.savepoint();
            insert("3");
            xacts.rollbackTo(newer);
            assertThat(items.names()).containsExactly("1", "2");
            insert("4");
            xacts.rollbackTo(older);
            assertThat(items.names()).containsExactly("1");
        });

        assertThat(rows()).containsExactly("1");
    }

    @Test
    @DisplayName("taken in a nested scope, it goes with that scope, kept or undone")
    void inNestedScopes() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> {
                insert("kept");
                XactSavepoint savepoint = xacts.savepoint();
                insert("since");
                xacts.rollbackTo(savepoint);
                insert("kept too");
            });
            failing(() -> {
                XactSavepoint savepoint = xacts.savepoint();
                insert("undone");
                xacts.rollbackTo(savepoint);
                insert("undone too");
            });
        });

        assertThat(rows()).containsExactly("kept", "kept too", "outer");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("taken in a merged scope, it undoes that one's work, and what the scope around did before is kept")
    void inMergedScope(Form form) throws SQLException {
        xacts.run(() -> {
            insert("outer");
            form.merged(surroundings()).run(() -> {
                insert("merged");
                XactSavepoint savepoint = xacts.savepoint();
                insert("since");
                xacts.rollbackTo(savepoint);
            });
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "merged", "outer");
    }

    @Test
    @DisplayName("a failed statement since is undone with the rest; the flag is left for the code to lift")
    void afterFailedStatement() throws SQLException {
        xacts.run(() -> {
            insert("a");
            XactSavepoint savepoint = xacts.savepoint();
            for (int i = 0; i < 2; i++) {
                insert("b");
                assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
                xacts.rollbackTo(savepoint);
                assertThat(xacts.isRollback()).isTrue();
                xacts.setRollback(false);
            }
            insert("c");
        });

        assertThat(rows()).containsExactly("a", "c");
    }

    @Test
    @DisplayName("release keeps the work, which goes with the scope")
    void releaseKeeps() throws SQLException {
        xacts.run(() -> {
            XactSavepoint savepoint = xacts.savepoint();
            insert("kept");
            insertAudit("kept");
            xacts.release(savepoint);
            failing(() -> {
                XactSavepoint nested = xacts.savepoint();
                insert("undone");
                xacts.release(nested);
            });
        });

        assertThat(rows()).containsExactly("kept");
        assertThat(auditRows()).containsExactly("kept");
    }
}

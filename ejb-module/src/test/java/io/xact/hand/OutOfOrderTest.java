// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scopes that are not ended in the reverse order of their beginning. */
@EveryProduct
class OutOfOrderTest extends ScopeTest {

    OutOfOrderTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("a commit of the outer scope is refused while the inner one is open; it is doomed, and still open")
    void commitOfTheOuter() throws SQLException {
        XactScope outer = xacts.with().named("outer").begin();
        insert("outer");
        XactScope inner = xacts.with().named("inner").begin();
        insert("inner");
        assertThatThrownBy(outer::commit)
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("outer > inner")
                .hasMessageContaining("OutOfOrderTest.java:");
        assertThat(xacts.depth()).isEqualTo(2);
        inner.commit();
        assertThatThrownBy(() -> insert("refused"))
                .isInstanceOf(BrokenScopeException.class)
                .hasCauseInstanceOf(XactStateException.class);
        assertThatThrownBy(outer::commit)
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(XactStateException.class);
        outer.close();

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a close of the outer scope ends and rolls back both, and says so")
    void closeOfTheOuter() throws SQLException {
        XactScope outer = xacts.begin();
        insert("outer");
        XactScope inner = xacts.begin();
        insert("inner");
        assertThatThrownBy(outer::close).isInstanceOf(XactStateException.class);
        assertThat(xacts.depth()).isZero();
        assertThatThrownBy(inner::commit).isInstanceOf(XactStateException.class);
        inner.close();
        outer.close();

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a nested one closed too early takes those inside it along, and leaves what is around it alone")
    void closeOfTheMiddle() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            XactScope middle = xacts.begin();
            insert("middle");
            XactScope inner = xacts.begin();
            insert("inner");
            assertThatThrownBy(middle::close).isInstanceOf(XactStateException.class);
            inner.close();
            assertThat(xacts.depth()).isEqualTo(1);
            assertThat(xacts.isRollback()).isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @Test
    @DisplayName("closed inside a block that still runs, the block goes on in a doomed scope, and that can end later")
    void closedInsideABlock() throws SQLException {
        XactScope outer = xacts.begin();
        insert("outer");
        xacts.run(() -> {
            insert("block");
            assertThatThrownBy(outer::close).isInstanceOf(XactStateException.class);
            assertThat(xacts.depth()).isEqualTo(2);
        });
        assertThat(xacts.isRollback()).isTrue();
        outer.close();

        assertThat(xacts.depth()).isZero();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("a scope whose transaction is suspended by a requiresNew scope can't be ended in that one")
    void endedInAnotherTransaction() {
        assertThatThrownBy(() -> {
                    try (XactScope outer = xacts.begin()) {
                        insert("outer");
                        xacts.with().requiresNew(true).run(() -> {
                            insert("own");
                            assertThatThrownBy(outer::commit).isInstanceOf(XactStateException.class);
                        });
                        outer.commit();
                    }
                })
                .isInstanceOf(XactRolledBackException.class);

        assertThat(rows()).containsExactly("own");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scopes by hand inside others, by hand or not. */
@EveryProduct
class NestedByHandTest extends ScopeTest {

    NestedByHandTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("nested, it is kept by commit and undone alone by close, and the outer one commits")
    void nested() throws SQLException {
        try (XactScope outer = xacts.begin()) {
            insert("outer");
            try (XactScope inner = xacts.begin()) {
                assertThat(xacts.depth()).isEqualTo(2);
                insert("kept");
                inner.commit();
            }
            try (XactScope inner = xacts.begin()) {
                assertThat(inner).isNotSameAs(outer);
                insert("undone");
            }
            insert("after");
            outer.commit();
        }

        assertThat(rows()).containsExactly("after", "kept", "outer");
    }

    @Test
    @DisplayName("in a block, and a block in it")
    void mixedWithBlocks() throws SQLException {
        xacts.run(() -> {
            insert("block");
            try (XactScope scope = xacts.begin()) {
                insert("by hand");
                failing(() -> insert("undone"));
                xacts.run(() -> insert("block by hand"));
                scope.commit();
            }
        });

        assertThat(rows()).containsExactly("block", "block by hand", "by hand");
    }

    @Test
    @DisplayName("a nested one that failed raises its cause from commit, undone, and what is around it goes on")
    void failedNested() throws SQLException {
        IOException cause = new IOException("cause");
        xacts.run(() -> {
            insert("outer");
            try (XactScope scope = xacts.begin()) {
                insert("nested");
                scope.fail(cause);
                assertThatThrownBy(scope::commit)
                        .isInstanceOf(XactRolledBackException.class)
                        .hasCause(cause);
            }
            assertThat(xacts.isRollback()).isFalse();
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "outer");
    }

    @Test
    @DisplayName("merged, its commit adds to the scope around it, and its close has that one rolled back in silence")
    void merged() throws SQLException {
        xacts.run(() -> {
            insert("outermost");
            xacts.run(() -> {
                insert("nested");
                try (XactScope scope = xacts.with().savepoint(false).begin()) {
                    insert("merged");
                    scope.commit();
                }
                assertThat(xacts.isRollback()).isFalse();
                try (XactScope scope = xacts.with().savepoint(false).begin()) {
                    assertThat(scope).isNotNull();
                }
                assertThat(xacts.isRollback()).isTrue();
            });
            xacts.with().savepoint(false).run(() -> insert("after"));
        });

        assertThat(rows()).containsExactly("after", "outermost");
    }

    @Test
    @DisplayName("durable, it is refused inside another, which is unharmed")
    void durable() throws SQLException {
        try (XactScope outer = xacts.with().durable(true).begin()) {
            insert("a");
            assertThatThrownBy(() -> xacts.with().durable(true).begin()).isInstanceOf(XactStateException.class);
            outer.commit();
        }

        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("a transaction of its own: whatever becomes of it, what was suspended is there again")
    void requiresNew() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            try (XactScope own = xacts.with().requiresNew(true).begin()) {
                assertThat(xacts.depth()).isEqualTo(1);
                insert("own");
                own.commit();
            }
            assertThat(rows()).containsExactly("own");
            try (XactScope own = xacts.with().requiresNew(true).begin()) {
                assertThat(own).isNotNull();
                insert("undone");
            }
            xacts.run(() -> insert("nested"));
        });

        assertThat(rows()).containsExactly("nested", "outer", "own");
    }
}

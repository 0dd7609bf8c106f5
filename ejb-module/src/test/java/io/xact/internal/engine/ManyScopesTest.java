// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactSavepoint;
import io.xact.XactScope;
import io.xact.support.EveryProduct;
import io.xact.support.OpenSavepoints;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thousands of scopes in one transaction leave no more behind than a few do. Counts, no times. */
@EveryProduct
class ManyScopesTest extends ScopeTest {

    private static final int SIBLINGS = 10_000;
    private static final int LEVELS = 1_000;

    private final OpenSavepoints open = new OpenSavepoints();

    ManyScopesTest(Product product) {
        super(product);
    }

    @BeforeEach
    void countSavepoints() {
        wire().tap(open);
    }

    private ScopeStack stack() {
        return Objects.requireNonNull(surroundings().bean(XactEngine.class).current(), "scope")
                .stack();
    }

    private void assertStackIsAsEmptyAs(long listeners) {
        assertThat(stack().openMarks()).isEmpty();
        assertThat(stack().listeners(ScopeListener.class)).hasSize((int) listeners);
    }

    @Test
    @DisplayName(
            "S9 ten thousand siblings, kept and undone in turn: never more savepoints open than two, nothing piles up")
    void siblings() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            xacts.run(() -> insert("first"));
            long listeners = stack().listeners(ScopeListener.class).count();
            for (int i = 0; i < SIBLINGS; i++) {
                sibling(i);
            }
            assertStackIsAsEmptyAs(listeners);
        });

        assertThat(open.countSet()).isEqualTo(SIBLINGS + 1);
        assertThat(open.most()).isLessThanOrEqualTo(2);
        assertThat(open.names()).isEmpty();
        assertThat(ScopeStack.countOpen()).isZero();
        assertThat(rows()).hasSize(2 + SIBLINGS / 2);
    }

    private void sibling(int i) throws SQLException {
        xacts.run(() -> {
            insert("sibling " + i);
            xacts.setRollback(i % 2 == 1);
        });
    }

    @Test
    @DisplayName("S9 ten thousand that touch nothing are not heard of by the database")
    void emptySiblings() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            for (int i = 0; i < SIBLINGS; i++) {
                xacts.run(() -> assertThat(xacts.depth()).isEqualTo(2));
            }
            assertThat(stack().openMarks()).isEmpty();
        });

        assertThat(open.countSet()).isZero();
        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName(
            "S9 a thousand levels: as many savepoints as scopes, none of the same name, and none when all have ended")
    void levels() throws SQLException {
        Deque<XactScope> scopes = new ArrayDeque<>();
        for (int level = 0; level < LEVELS; level++) {
            scopes.push(xacts.begin());
            insert("level " + level);
        }
        assertThat(xacts.depth()).isEqualTo(LEVELS);
        assertThat(stack().openMarks()).hasSize(LEVELS - 1);
        scopes.pop().close();
        while (!scopes.isEmpty()) {
            scopes.pop().commit();
        }

        assertThat(open.most()).isEqualTo(LEVELS - 1);
        assertThat(open.names()).isEmpty();
        assertThat(ScopeStack.countOpen()).isZero();
        assertThat(rows()).hasSize(LEVELS - 1);
    }

    @Test
    @DisplayName("S9 M4 a database that is first touched a thousand levels deep gets them all, and loses them all")
    void levelsOfALateJoiner() throws SQLException {
        Deque<XactScope> scopes = new ArrayDeque<>();
        for (int level = 0; level < LEVELS; level++) {
            scopes.push(xacts.begin());
        }
        insert("deepest");
        assertThat(open.names()).hasSize(LEVELS - 1);
        while (!scopes.isEmpty()) {
            scopes.pop().commit();
        }

        assertThat(open.names()).isEmpty();
        assertThat(rows()).containsExactly("deepest");
    }

    @Test
    @DisplayName("S9 ten thousand savepoints by hand, rolled back to and released in turn, leave nothing behind")
    void savepointsByHand() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            for (int i = 0; i < SIBLINGS; i++) {
                XactSavepoint savepoint = xacts.savepoint();
                insert("since");
                xacts.rollbackTo(savepoint);
                xacts.release(savepoint);
            }
            assertThat(stack().openMarks()).isEmpty();
        });

        assertThat(open.countSet()).isEqualTo(SIBLINGS);
        assertThat(open.most()).isLessThanOrEqualTo(2);
        assertThat(open.names()).isEmpty();
        assertThat(rows()).containsExactly("outer");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactOptions;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import io.xact.support.Threads;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a savepoint by hand can be taken, and how long it is of use. */
@EveryProduct
class ValidityTest extends ScopeTest {

    ValidityTest(Product product) {
        super(product);
    }

    /** Refused, and nothing is harmed by the attempt. */
    private void assertOfNoUse(XactSavepoint savepoint) {
        assertThatThrownBy(() -> xacts.rollbackTo(savepoint)).isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.release(savepoint)).isInstanceOf(XactStateException.class);
    }

    private XactSavepoint taken(String name) throws SQLException {
        XactSavepoint savepoint = xacts.savepoint();
        insert(name);
        return savepoint;
    }

    @Test
    @DisplayName("it is dead after its release, and so are those that were taken after it")
    void afterRelease() throws SQLException {
        xacts.run(() -> {
            XactSavepoint older = taken("a");
            XactSavepoint released = taken("b");
            XactSavepoint newer = taken("c");
            xacts.release(released);
            assertOfNoUse(released);
            assertOfNoUse(newer);
            assertThat(items.names()).containsExactly("a", "b", "c");
            xacts.rollbackTo(older);
            insert("d");
        });

        assertThat(rows()).containsExactly("d");
    }

    @Test
    @DisplayName("those that were taken after one that is rolled back to are dead")
    void afterOlderWasRolledBackTo() throws SQLException {
        xacts.run(() -> {
            XactSavepoint older = taken("a");
            XactSavepoint newer = taken("b");
            xacts.rollbackTo(older);
            assertOfNoUse(newer);
            insert("c");
            xacts.rollbackTo(older);
        });

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("it is dead at its scope's end, also in the next scope of the same transaction or thread")
    void afterItsScope() throws SQLException {
        XactSavepoint[] savepoints = new XactSavepoint[3];
        xacts.run(() -> {
            xacts.run(() -> savepoints[0] = taken("nested"));
            assertOfNoUse(savepoints[0]);
            xacts.with().savepoint(false).run(() -> savepoints[1] = taken("merged"));
            assertOfNoUse(savepoints[1]);
            savepoints[2] = taken("outermost");
        });
        for (XactSavepoint savepoint : savepoints) {
            assertOfNoUse(savepoint);
            xacts.run(() -> assertOfNoUse(savepoint));
        }

        assertThat(rows()).containsExactly("merged", "nested", "outermost");
    }

    @Test
    @DisplayName("in a scope inside its own it is of no use, whatever the kind; behind that it is again")
    void inInnerScopes() throws SQLException {
        xacts.run(() -> {
            insert("before");
            XactSavepoint savepoint = taken("since");
            for (XactOptions inner : List.of(
                    xacts.with(), xacts.with().savepoint(false), xacts.with().requiresNew(true))) {
                inner.run(() -> assertOfNoUse(savepoint));
                assertThat(xacts.isRollback()).isFalse();
            }
            xacts.rollbackTo(savepoint);
        });

        assertThat(rows()).containsExactly("before");
    }

    @Test
    @DisplayName("on another thread, which doesn't have its transaction, it is of no use")
    void onAnotherThread() throws Exception {
        xacts.run(() -> {
            XactSavepoint savepoint = taken("since");
            Threads.together(() -> assertOfNoUse(savepoint), () -> xacts.run(() -> assertOfNoUse(savepoint)));
            xacts.rollbackTo(savepoint);
        });

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("outside any scope none can be taken, in a foreign transaction neither")
    void outsideAnyScope() throws Exception {
        assertThatThrownBy(xacts::savepoint).isInstanceOf(XactStateException.class);
        Surroundings.transactionManager().begin();
        assertThatThrownBy(xacts::savepoint).isInstanceOf(XactStateException.class);
        xacts.run(() -> xacts.rollbackTo(taken("a")));
        Surroundings.transactionManager().commit();

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("in a doomed scope none can be taken")
    void inDoomedScope() {
        xacts.run(() -> {
            xacts.setRollback(true);
            assertThatThrownBy(xacts::savepoint).isInstanceOf(BrokenScopeException.class);
            xacts.run(() -> assertThatThrownBy(xacts::savepoint).isInstanceOf(BrokenScopeException.class));
        });

        assertThat(wire().sent()).isEmpty();
    }

    @Test
    @DisplayName("one that is not ours, or null, is refused")
    void notOurs() throws SQLException {
        xacts.run(() -> {
            insert("a");
            assertOfNoUse(new XactSavepoint() {});
            assertNullIsRefused();
        });

        assertThat(rows()).containsExactly("a");
    }

    @SuppressWarnings("NullAway") // what a caller without that check may do
    private void assertNullIsRefused() {
        assertThatThrownBy(() -> xacts.rollbackTo(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> xacts.release(null)).isInstanceOf(NullPointerException.class);
    }
}

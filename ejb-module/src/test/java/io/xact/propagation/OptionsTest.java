// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactDefinitionException;
import io.xact.XactOptions;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What can be asked of {@code Xacts}, and what is refused. */
@EveryProduct
class OptionsTest extends ScopeTest {

    OptionsTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("what contradicts itself is refused where it is said")
    void contradictions() {
        assertRefused(() -> xacts.with().requiresNew(true).savepoint(false));
        assertRefused(() -> xacts.with().durable(true).savepoint(false));
        assertRefused(() -> xacts.with().dontRollbackOn(Rollback.class));
        assertRefused(() -> xacts.with().timeout(Duration.ofSeconds(-1)));
        assertRefused(() -> xacts.with().timeout(Duration.ofMillis(1)));
        assertRefused(() -> xacts.with().retries(-1));
        assertRefused(() -> xacts.with().retries(1).begin());
        assertRefused(() -> xacts.with().dontRollbackOn(IOException.class).begin());
    }

    private void assertRefused(Supplier<Object> said) {
        assertThatThrownBy(said::get).isInstanceOf(XactDefinitionException.class);
        assertThat(xacts.isActive()).isFalse();
    }

    @Test
    @DisplayName("options are copies: what is changed later does not change those that were kept")
    void optionsAreCopies() {
        XactOptions kept = xacts.with();
        XactOptions durable = kept.durable(true);

        xacts.run(() -> {
            kept.run(() -> assertThat(xacts.depth()).isEqualTo(2));
            assertThatThrownBy(() -> durable.run(() -> {})).isInstanceOf(XactStateException.class);
        });
    }

    @Test
    @DisplayName("G8 whatever can be called can run in a scope")
    void whateverCanBeCalled() throws Exception {
        Runnable runnable = () -> insertUnchecked("runnable");
        Callable<String> callable = () -> inserted("callable");
        Supplier<String> supplier = () -> {
            insertUnchecked("supplier");
            return "supplier";
        };

        xacts.run(runnable::run);
        assertThat(xacts.<String, Exception>call(callable::call)).isEqualTo("callable");
        assertThat(xacts.<String, RuntimeException>call(supplier::get)).isEqualTo("supplier");
        xacts.run(this::insertByReference);
        assertThat(xacts.call(() -> inserted("throwing lambda"))).isEqualTo("throwing lambda");

        assertThat(rows()).containsExactly("callable", "method reference", "runnable", "supplier", "throwing lambda");
        assertThat(wire().sent(call -> call.equals("xa commit"))).hasSize(5);
    }

    private void insertByReference() throws SQLException {
        insert("method reference");
    }

    private String inserted(String name) throws SQLException {
        insert(name);
        return name;
    }

    @Test
    @DisplayName("G8 and what they throw rolls back, comes out, and keeps its type")
    void whateverFails() {
        Callable<String> callable = () -> inserted("callable") + inserted("callable");
        Runnable runnable = () -> {
            insertUnchecked("runnable");
            throw new IllegalStateException("runnable");
        };

        assertThatThrownBy(() -> xacts.<String, Exception>call(callable::call)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> xacts.run(runnable::run)).hasMessage("runnable");

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("G9 requireActive throws where no transaction is, when it is called and not before")
    void requireActive() {
        Runnable lockingRead = xacts::requireActive;

        assertThat(xacts.isActive()).isFalse();
        assertThat(xacts.depth()).isZero();
        assertThatThrownBy(lockingRead::run).isInstanceOf(XactStateException.class);
        xacts.run(() -> {
            lockingRead.run();
            assertThat(xacts.isActive()).isTrue();
            xacts.onCommit(() -> assertThatThrownBy(lockingRead::run).isInstanceOf(XactStateException.class));
        });
    }

    @Test
    @DisplayName("G9 a foreign transaction is one")
    void requireActiveInForeignTransaction() throws Exception {
        Surroundings.transactionManager().begin();
        xacts.requireActive();
        assertThat(xacts.isActive()).isTrue();
        Surroundings.transactionManager().rollback();

        assertThatThrownBy(xacts::requireActive).isInstanceOf(XactStateException.class);
    }
}

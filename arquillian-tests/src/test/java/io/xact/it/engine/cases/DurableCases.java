// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;

/** Scopes that must be outermost. */
@ApplicationScoped
public class DurableCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private TransactionalOwner owner;

    private void assertRefused() {
        AtomicBoolean hasRun = new AtomicBoolean();
        assertThatThrownBy(() -> scopes.durable(() -> hasRun.set(true))).isInstanceOf(XactStateException.class);
        assertThat(hasRun).as("any of its work was done").isFalse();
    }

    @DisplayName("H1 H2 H5 durable scopes commit one after the other, and others nest in them")
    public void outermost(Table items) throws Throwable {
        scopes.durable(() -> items.insert("first"));
        scopes.durable(() -> scopes.run(() -> items.insert("second")));

        assertThat(items.committed()).containsExactly("first", "second");
    }

    @DisplayName("H3 a durable scope is refused in a durable one, before any of its work")
    public void inDurable(Table items) throws Throwable {
        scopes.durable(() -> {
            items.insert("outer");
            assertRefused();
        });

        assertThat(items.committed()).containsExactly("outer");
    }

    @DisplayName("H4 it is refused in an ordinary one, which is unharmed if it catches that")
    public void inOrdinary(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            assertRefused();
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("a durable scope is refused in a @Transactional method, which is unharmed if it catches that")
    public void inTransactional(Table items) throws Throwable {
        owner.transactional(() -> {
            items.insert("outer");
            assertRefused();
        });

        assertThat(items.committed()).containsExactly("outer");
    }
}

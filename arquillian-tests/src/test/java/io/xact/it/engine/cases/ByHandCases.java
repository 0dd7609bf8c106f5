// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;

/** Scopes and savepoints by hand. */
@ApplicationScoped
public class ByHandCases implements Cases {

    @Inject
    private Xacts xacts;

    @DisplayName("a scope by hand commits by commit(), and is rolled back where that was not called")
    public void commitOrClose(Table items) throws Exception {
        try (XactScope scope = xacts.begin()) {
            items.insert("kept");
            scope.commit();
        }
        try (XactScope scope = xacts.begin()) {
            items.insert("left");
            assertThat(scope).isNotNull();
        }

        assertThat(xacts.isActive()).isFalse();
        assertThat(items.committed()).containsExactly("kept");
    }

    @DisplayName("A8 nested by hand, it is undone alone")
    public void nested(Table items) throws Exception {
        try (XactScope outer = xacts.begin()) {
            items.insert("outer");
            try (XactScope inner = xacts.begin()) {
                items.insert("inner");
                inner.fail(new IllegalStateException("on purpose"));
                assertThatThrownBy(inner::commit)
                        .isInstanceOf(XactRolledBackException.class)
                        .hasRootCauseMessage("on purpose");
            }
            items.insert("after");
            outer.commit();
        }

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("Q4 begin() with requiresNew suspends the transaction around it, which goes on afterwards")
    public void requiresNew(Table items) throws Exception {
        try (XactScope outer = xacts.begin()) {
            items.insert("outer");
            try (XactScope own = xacts.with().requiresNew(true).begin()) {
                items.insert("own");
                assertThat(xacts.depth()).isEqualTo(1);
                own.commit();
            }
            assertThat(items.committed()).containsExactly("own");
            items.insert("after");
            outer.commit();
        }

        assertThat(items.committed()).containsExactly("after", "outer", "own");
    }

    @DisplayName("closing out of order is refused, and dooms the outer scope")
    public void outOfOrder(Table items) throws Exception {
        XactScope outer = xacts.begin();
        items.insert("outer");
        XactScope inner = xacts.begin();
        items.insert("inner");

        assertThatThrownBy(outer::close).isInstanceOf(XactStateException.class);
        inner.close();

        assertThat(xacts.isActive()).isFalse();
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("D2 a savepoint by hand undoes work, may be used again, and covers a scope inside")
    public void savepoint(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("before");
            XactSavepoint savepoint = xacts.savepoint();
            for (String name : new String[] {"first", "second"}) {
                items.insert(name);
                xacts.run(() -> items.insert(name + " inside"));
                xacts.rollbackTo(savepoint);
            }
            items.insert("after");
            xacts.release(savepoint);
            assertThatThrownBy(() -> xacts.rollbackTo(savepoint)).isInstanceOf(XactStateException.class);
        });

        assertThat(items.committed()).containsExactly("after", "before");
    }

    @DisplayName("a savepoint is of no use in another scope, and dead after its own")
    public void savepointOfOtherScope(Table items) throws Exception {
        XactSavepoint[] dead = new XactSavepoint[1];
        xacts.run(() -> {
            items.insert("outer");
            XactSavepoint savepoint = xacts.savepoint();
            xacts.run(() -> {
                dead[0] = xacts.savepoint();
                assertThatThrownBy(() -> xacts.rollbackTo(savepoint)).isInstanceOf(XactStateException.class);
            });
            assertThatThrownBy(() -> xacts.rollbackTo(dead[0])).isInstanceOf(XactStateException.class);
        });

        assertThat(items.committed()).containsExactly("outer");
    }
}

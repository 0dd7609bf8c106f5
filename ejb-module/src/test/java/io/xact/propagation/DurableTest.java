// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Block;
import io.xact.Work;
import io.xact.Xact;
import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.TestBeans.ByOptions;
import io.xact.support.TestBeans.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Durable scopes are outermost, or refused. */
@EveryProduct
public class DurableTest extends ScopeTest {

    private final List<String> reached = new ArrayList<>();

    DurableTest(Product product) {
        super(product);
    }

    /** Durable by its annotation. */
    @Xact(durable = true)
    @ApplicationScoped
    public static class Payment implements Scopes {

        @Override
        public <X extends Throwable> void run(Block<X> block) throws X {
            block.run();
        }

        @Override
        public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
            return work.call();
        }
    }

    enum Durable {
        BEAN {
            @Override
            Scopes in(DurableTest test) {
                return test.surroundings().bean(Payment.class);
            }
        },
        LAMBDA {
            @Override
            Scopes in(DurableTest test) {
                return new ByOptions(test.xacts.with().named("Payment").durable(true));
            }
        };

        abstract Scopes in(DurableTest test);
    }

    private void assertRefusedHere(Scopes durable) {
        int depth = xacts.depth();
        assertThatThrownBy(() -> durable.run(() -> reached.add("body")))
                .isInstanceOf(XactStateException.class)
                .hasMessageContaining("Payment");
        assertThat(reached).isEmpty();
        assertThat(xacts.depth()).isEqualTo(depth);
        assertThat(xacts.isRollback()).as("the outer scope's flag").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("H1 a durable scope that is outermost commits")
    void commits(Durable durable) throws SQLException {
        durable.in(this).run(() -> insert("a"));

        assertThat(rows()).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("H2 an ordinary scope may nest in a durable one, and be undone there alone")
    void ordinaryNestsInDurable(Durable durable) throws SQLException {
        durable.in(this).run(() -> {
            insert("durable");
            xacts.run(() -> insert("nested"));
            failing(() -> insert("undone"));
        });

        assertThat(rows()).containsExactly("durable", "nested");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("H3 a durable scope is refused in a durable one, before any work")
    void refusedInDurable(Durable durable) throws SQLException {
        Scopes scopes = durable.in(this);
        scopes.run(() -> {
            insert("before");
            assertRefusedHere(scopes);
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "before");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("H4 it is refused in an ordinary scope, nested or merged too, which is unharmed if it catches that")
    void refusedInOrdinary(Durable durable) throws SQLException {
        Scopes scopes = durable.in(this);
        xacts.run(() -> {
            insert("before");
            assertRefusedHere(scopes);
            xacts.run(() -> assertRefusedHere(scopes));
            xacts.with().savepoint(false).run(() -> assertRefusedHere(scopes));
            insert("after");
        });

        assertThat(rows()).containsExactly("after", "before");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("H5 durable scopes may follow each other, after a failure too")
    void sequence(Durable durable) throws SQLException {
        Scopes scopes = durable.in(this);
        scopes.run(() -> insert("1"));
        assertThatThrownBy(() -> scopes.run(() -> {
                    insert("2");
                    throw new IllegalStateException("2");
                }))
                .hasMessage("2");
        scopes.run(() -> insert("3"));

        assertThat(rows()).containsExactly("1", "3");
    }

    @Test
    @DisplayName("durable with requiresNew is allowed, and durable wherever it is")
    void withRequiresNew() {
        failing(() -> {
            insert("outer");
            xacts.with().durable(true).requiresNew(true).run(() -> insert("own"));
        });

        assertThat(rows()).containsExactly("own");
    }
}

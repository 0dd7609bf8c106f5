// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactPriorities;
import io.xact.XactRolledBackException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code @Xact} and Jakarta's {@code @Transactional}, on one method and on several. */
@EveryProduct
class TransactionalTest extends ScopeTest {

    private final OrderBeans.Service service = surroundings().bean(OrderBeans.Service.class);
    private final List<Object> attempts = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();

    TransactionalTest(Product product) {
        super(product);
    }

    private List<String> ends() {
        return wire().sent(call -> call.equals("xa commit") || call.equals("xa rollback"));
    }

    @Test
    @DisplayName("Q10 the priorities: retry outside @Transactional, and that outside @Xact")
    void priorities() {
        int transactional = Interceptor.Priority.PLATFORM_BEFORE + 200;

        assertThat(XactPriorities.RETRY).isLessThan(transactional);
        assertThat(transactional).isLessThan(XactPriorities.XACT);
    }

    @Test
    @DisplayName(
            "Q10 on one method @Transactional begins, and the scope nests: it undoes what its owner then commits without")
    void scopeStandsInside() {
        IOException checked = new IOException("lets @Transactional commit");
        assertThatThrownBy(() -> service.both(() -> {
                    assertThat(xacts.depth()).isEqualTo(1);
                    insert("undone");
                    throw checked;
                }))
                .isSameAs(checked);

        assertThat(wire().savepointStatements()).as("nested").isNotEmpty();
        assertThat(ends()).containsExactly("xa commit");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q10 R1 on one method retry stands outside both: each attempt has a transaction of @Transactional's")
    void retryStandsOutside() throws Exception {
        service.both(() -> {
            attempts.add(Surroundings.transactionManager().getTransaction());
            insert("attempt " + attempts.size());
            xacts.onCommit(() -> ran.add("commit " + attempts.size()));
            if (attempts.size() == 1) {
                throw new IllegalStateException(new SQLException("could not serialize access", "40001"));
            }
        });

        assertThat(attempts).hasSize(2).doesNotHaveDuplicates();
        assertThat(ran).containsExactly("commit 2");
        assertThat(ends()).containsExactly("xa rollback", "xa commit");
        assertThat(rows()).containsExactly("attempt 2");
    }

    @Test
    @DisplayName("Q10 inside a @Transactional method a scope is undone alone, and hooks wait for the owner's commit")
    void scopeInsideTransactional() throws SQLException {
        service.transactional(() -> {
            insert("owner");
            service.scope(() -> {
                insert("kept");
                xacts.onCommit(() -> ran.add("seen " + rows()));
            });
            assertThatThrownBy(() -> service.scope(() -> {
                        insert("undone");
                        throw new IllegalStateException("scope");
                    }))
                    .hasMessage("scope");
            assertThat(ran).isEmpty();
        });

        assertThat(ran).containsExactly("seen [kept, owner]");
        assertThat(ends()).containsExactly("xa commit");
        assertThat(rows()).containsExactly("kept", "owner");
    }

    @Test
    @DisplayName("Q10 around a @Transactional method a scope is the owner: it joins, and what it requires is there")
    void transactionalInsideScope() throws SQLException {
        service.scope(() -> {
            insert("scope");
            service.transactional(() -> insert("transactional"));
            service.mandatory(() -> insert("mandatory"));
            assertThat(ends()).isEmpty();
        });

        assertThat(ends()).containsExactly("xa commit");
        assertThat(rows()).containsExactly("mandatory", "scope", "transactional");
    }

    @Test
    @DisplayName("Q10 Q1 one that throws there marks the transaction: no savepoint helps, the outermost edge says so")
    void transactionalThatThrowsInsideScope() {
        assertThatThrownBy(() -> service.scope(() -> {
                    insert("scope");
                    xacts.onCommit(() -> ran.add("commit"));
                    assertThatThrownBy(() -> xacts.run(() -> service.transactional(() -> {
                                insert("transactional");
                                throw new IllegalStateException("marks");
                            })))
                            .hasMessage("marks");
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(ran).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "Q10 REQUIRES_NEW suspends the scope's transaction: no scope is in its own, and the scope's goes on behind it")
    void requiresNewInsideScope() throws SQLException {
        service.scope(() -> {
            insert("scope");
            xacts.run(() -> {
                service.requiresNew(() -> {
                    assertThat(xacts.depth()).isZero();
                    insert("own");
                    xacts.onCommit(() -> ran.add("own"));
                });
                assertThat(ran).containsExactly("own");
                assertThat(rows()).containsExactly("own");
                assertThat(xacts.depth()).isEqualTo(2);
            });
        });

        assertThat(rows()).containsExactly("own", "scope");
    }
}

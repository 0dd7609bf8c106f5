// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.XactEngine;
import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarded connections of a data source that is left out of a transaction. */
@EveryProduct
class LeftOutTest extends ScopeTest {

    private final XactEngine engine;

    LeftOutTest(Product product) {
        super(product);
        this.engine = surroundings().bean(XactEngine.class);
    }

    private ScopeStack stack() {
        return Objects.requireNonNull(engine.joined(), "a transaction");
    }

    @Test
    @DisplayName(
            "L3 what is done through them is committed at once, and is not the scope's; another data source is in it")
    void outside() {
        failing(() -> {
            stack().leaveOut(List.of(Surroundings.AUDIT));
            insertAudit("outside");
            insert("inside");
            assertThat(auditRows()).containsExactly("outside");
        });

        assertThat(auditRows()).containsExactly("outside");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "L3 so it is in nested scopes, and until it is taken in again; in a transaction of its own it never was out")
    void until() {
        failing(() -> {
            List<String> before = stack().leaveOut(List.of(Surroundings.AUDIT));
            failing(() -> insertAudit("nested"));
            failing(xacts.with().requiresNew(true), () -> insertAudit("of its own"));
            stack().leaveOut(before);
            insertAudit("inside");
        });

        assertThat(auditRows()).containsExactly("nested");
    }

    @ParameterizedTest
    @ValueSource(strings = {Surroundings.ORDERS, Surroundings.ORDERS_TOO})
    @DisplayName("it may be named by any of its names")
    void byOtherName(String name) {
        failing(() -> {
            stack().leaveOut(List.of(name));
            insert("outside");
        });

        assertThat(rows()).containsExactly("outside");
    }

    @Test
    @DisplayName("a failed statement there dooms nothing")
    void failedStatement() throws SQLException {
        xacts.run(() -> {
            stack().leaveOut(List.of(Surroundings.AUDIT));
            insertAudit("taken");
            assertThatThrownBy(() -> insertAudit("taken")).isInstanceOf(SQLException.class);
            insert("kept");
        });

        assertThat(rows()).containsExactly("kept");
        assertThat(auditRows()).containsExactly("taken");
    }

    @Test
    @DisplayName("they work in a doomed scope, and in a transaction that is marked for roll back")
    void doomed() throws SQLException {
        xacts.run(() -> {
            stack().leaveOut(List.of(Surroundings.AUDIT));
            xacts.setRollback(true);
            insertAudit("doomed");
        });
        assertThatThrownBy(() -> xacts.run(() -> {
                    stack().leaveOut(List.of(Surroundings.AUDIT));
                    Surroundings.transactionManager().setRollbackOnly();
                    insertAudit("marked");
                }))
                .isNotNull();

        assertThat(auditRows()).containsExactly("doomed", "marked");
    }

    @Test
    @DisplayName("their owner may commit and roll back by hand")
    void byHand() throws SQLException {
        xacts.run(() -> {
            stack().leaveOut(List.of(Surroundings.AUDIT));
            try (Connection connection = items.audit().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.executeUpdate("INSERT INTO item VALUES ('kept')");
                connection.commit();
                statement.executeUpdate("INSERT INTO item VALUES ('undone')");
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });

        assertThat(auditRows()).containsExactly("kept");
    }

    @Test
    @DisplayName("what they hand out is outside too, and leads back to the very same objects")
    void handedOut() throws SQLException {
        xacts.run(() -> {
            stack().leaveOut(List.of(Surroundings.AUDIT));
            insertAudit("a");
            try (Connection connection = items.audit().getConnection();
                    PreparedStatement query = connection.prepareStatement("SELECT name FROM item");
                    ResultSet rows = query.executeQuery();
                    ResultSet tables = connection.getMetaData().getTables(null, null, "item", null)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("a");
                assertThat(rows.getStatement()).isSameAs(query);
                assertThat(query.getConnection()).isSameAs(connection);
                assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
                assertThat(tables.getStatement()).isNotSameAs(query);
                assertThat(Set.<Object>of(connection, query))
                        .as("equal to itself alone")
                        .contains(connection);
                assertThat(connection.toString()).startsWith("outside the transaction: ");
                assertThat(connection.hashCode()).isEqualTo(System.identityHashCode(connection));
            }
        });

        assertThat(auditRows()).containsExactly("a");
    }

    @Test
    @DisplayName("the thread's transaction is the same, before and after each call, also one that fails")
    void sameTransaction() throws Exception {
        xacts.run(() -> {
            Object before = Surroundings.transactionManager().getTransaction();
            stack().leaveOut(List.of(Surroundings.AUDIT));
            assertThatThrownBy(() -> Items.execute(items.audit(), "no SQL")).isInstanceOf(SQLException.class);
            assertThat(Surroundings.transactionManager().getTransaction()).isSameAs(before);
            assertThat(Surroundings.transactionManager().getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        });
    }
}

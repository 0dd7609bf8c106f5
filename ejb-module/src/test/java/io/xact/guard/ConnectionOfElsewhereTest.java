// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A connection that is no part of the transaction it is used in would keep what that one rolls back. */
@EveryProduct
class ConnectionOfElsewhereTest extends ScopeTest {

    private final TransactionManager manager = Surroundings.transactionManager();

    ConnectionOfElsewhereTest(Product product) {
        super(product);
    }

    /** Prepared outside, because this pool refuses to prepare statements inside. */
    private static PreparedStatement insertion(Connection connection) throws SQLException {
        return connection.prepareStatement("INSERT INTO item VALUES ('a')");
    }

    @Test
    @DisplayName("one that was opened before the transaction is refused there, and works again afterwards")
    void openedBefore() throws SQLException {
        try (Connection connection = items.orders().getConnection();
                PreparedStatement insertion = insertion(connection)) {
            assertThatThrownBy(() -> xacts.run(insertion::executeUpdate))
                    .isInstanceOf(XactStateException.class)
                    .hasMessageContaining(Surroundings.ORDERS);
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("inside");
                        insertion.executeUpdate();
                    }))
                    .isInstanceOf(XactStateException.class);
            assertThat(insertion.executeUpdate()).isEqualTo(1);
        }

        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("so it is in a transaction that somebody else began, where no scope is")
    void openedBeforeForeign() throws Exception {
        try (Connection connection = items.orders().getConnection();
                PreparedStatement insertion = insertion(connection)) {
            manager.begin();
            assertThatThrownBy(insertion::executeUpdate).isInstanceOf(XactStateException.class);
            manager.rollback();
        }

        assertThat(rows()).isEmpty();
    }
}

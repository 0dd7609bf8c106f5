// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The search for what programs leave behind can go red. */
@EveryProduct
class JvmLeftoversTest extends ScopeTest {

    JvmLeftoversTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("T1 a program that leaves a transaction on the thread is found out, and the next one starts clean")
    void leftTransactionIsFoundOut() throws Exception {
        try (Tables tables = new Tables(surroundings())) {
            JvmLeftovers leftovers = new JvmLeftovers(surroundings(), tables);
            Surroundings.transactionManager().begin();
            insert("left");

            assertThat(leftovers.takeAway()).anyMatch(left -> left.contains("a transaction"));
            assertThat(leftovers.takeAway()).isEmpty();
        }
    }

    @Test
    @DisplayName("T1 a program that leaves a connection open is found out")
    @SuppressWarnings("try") // it is there to be left open
    void leftConnectionIsFoundOut() throws SQLException {
        try (Tables tables = new Tables(surroundings());
                var connection = items.orders().getConnection()) {
            assertThat(new JvmLeftovers(surroundings(), tables).takeAway())
                    .anyMatch(left -> left.contains("1 connections of java:/OrdersDS"));
        }
    }
}

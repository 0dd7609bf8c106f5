// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.unguarded;

import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** A test of work through the pools themselves. */
abstract class UnguardedTest extends ScopeTest {

    final DataSource orders = surroundings().orders().pool();
    final DataSource audit = surroundings().audit().pool();
    final TransactionManager manager = Surroundings.transactionManager();

    UnguardedTest(Product product) {
        super(product);
    }

    UnguardedTest(Product product, Map<String, String> settings) {
        super(Surroundings.of(product, settings));
    }

    final void insertUnguarded(String name) throws SQLException {
        Items.insert(orders, name);
    }

    final void insertUnguardedAudit(String name) throws SQLException {
        Items.insert(audit, name);
    }
}

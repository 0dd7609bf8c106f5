// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.several;

import static io.xact.support.Surroundings.ORDERS_TOO;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two names of one data source, and so of one physical connection in a transaction. */
@EveryProduct
class TwoNamesTest extends ScopeTest {

    private final DataSource other = xacts.guarded(ORDERS_TOO);

    TwoNamesTest(Product product) {
        super(product);
    }

    private void insertByBothNames(String name) throws SQLException {
        insert(name);
        Items.insert(other, name + " by the other name");
    }

    @Test
    @DisplayName("M6 they share a savepoint")
    void shareASavepoint() throws SQLException {
        xacts.run(() -> xacts.run(() -> insertByBothNames("a")));

        assertThat(wire().sent(sql -> sql.startsWith("SAVEPOINT"))).hasSize(1);
        assertThat(wire().sent(sql -> sql.startsWith("RELEASE"))).hasSize(1);
        assertThat(wire().sent(call -> call.equals("xa start"))).hasSize(1);
        assertThat(rows()).containsExactly("a", "a by the other name");
    }

    @Test
    @DisplayName("M6 what was done by either is undone by that one, and the outer work by both is kept")
    void undoneTogether() throws SQLException {
        xacts.run(() -> {
            insertByBothNames("outer");
            failing(() -> insertByBothNames("nested"));
            failing(() -> Items.insert(other, "by the other name alone"));
        });

        assertThat(wire().sent(sql -> sql.startsWith("ROLLBACK TO"))).hasSize(2);
        assertThat(rows()).containsExactly("outer", "outer by the other name");
    }
}

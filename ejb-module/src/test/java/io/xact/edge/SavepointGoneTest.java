// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.support.Items;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** PostgreSQL tells whether a savepoint is still there; H2 does not. */
@PostgreSqlOnly
class SavepointGoneTest extends ScopeTest {

    SavepointGoneTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("E5 rolling back to it again fails: there is no such savepoint any more")
    void rollingBackAgainFails() {
        DataSource unguarded = surroundings().orders().pool();
        failing(() -> {
            insert("outer");
            failing(() -> insert("nested"));
            String again = wire().sent(sql -> sql.startsWith("ROLLBACK TO")).get(0);
            Throwable refused = catchThrowable(() -> Items.execute(unguarded, again));
            assertThat(((SQLException) refused).getSQLState()).isEqualTo("3B001");
        });

        assertThat(rows()).isEmpty();
    }
}

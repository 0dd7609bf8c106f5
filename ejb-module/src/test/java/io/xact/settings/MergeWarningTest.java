// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.settings;

import static io.xact.support.Surroundings.ORDERS_TOO;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Items;
import io.xact.support.LogLines;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The first time that a data source is found to take no savepoints: in a container where nobody has asked before. */
@EveryProduct
class MergeWarningTest extends ScopeTest {

    MergeWarningTest(Product product) {
        super(Surroundings.of(product, Map.of("xact.savepoint-unsupported", "merge", "xact.merged-failure", "raise")));
    }

    @Test
    @DisplayName("M8 it is asked for a savepoint once, and that it takes none is warned of once, by its name")
    void warnedOnce() throws SQLException {
        Refusing.savepoints(wire());
        try (LogLines lines = LogLines.from(Level.WARNING)) {
            for (String name : List.of("1", "2", "3")) {
                xacts.run(() -> xacts.run(() -> Items.insert(xacts.guarded(ORDERS_TOO), name)));
            }

            assertThat(lines.texts()).singleElement().asString().contains(ORDERS_TOO);
        }
        assertThat(wire().savepointStatements()).hasSize(1);
        assertThat(rows()).containsExactly("1", "2", "3");
    }
}

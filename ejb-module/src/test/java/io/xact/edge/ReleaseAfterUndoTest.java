// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A savepoint does not outlive its scope in the database. */
@EveryProduct
class ReleaseAfterUndoTest extends ScopeTest {

    ReleaseAfterUndoTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("E5 a savepoint that was rolled back to is released as well, each of several")
    void releasedAfterUndo() throws SQLException {
        xacts.run(() -> {
            insert("outer");
            failing(() -> insert("1"));
            failing(() -> {
                insert("2");
                failing(() -> insert("3"));
            });
        });

        assertThat(rows()).containsExactly("outer");
        assertThat(statements("SAVEPOINT ")).hasSize(3);
        assertThat(statements("ROLLBACK TO SAVEPOINT "))
                .as("each rolled back to, and released behind it")
                .containsExactlyInAnyOrderElementsOf(statements("SAVEPOINT "))
                .containsExactlyElementsOf(statements("RELEASE SAVEPOINT "));
    }

    private List<String> statements(String beginning) {
        return wire().sent(sql -> sql.startsWith(beginning)).stream()
                .map(sql -> sql.substring(beginning.length()))
                .toList();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.support.Items;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A constraint that PostgreSQL looks at when it commits, or prepares. */
@PostgreSqlOnly
class DeferredConstraintTest extends ScopeTest {

    private final List<String> ran = new ArrayList<>();

    DeferredConstraintTest(Product product) {
        super(product);
    }

    @BeforeEach
    void createTable() throws SQLException {
        surroundings().orders().execute("CREATE TABLE late (name TEXT PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        surroundings().orders().execute("DROP TABLE late");
    }

    private void insertLate(String name) throws SQLException {
        Items.execute(items.orders(), "INSERT INTO late VALUES ('" + name + "')");
    }

    private void breakConstraint() throws SQLException {
        insert("beside");
        insertLate("twice");
        insertLate("twice");
        xacts.onCommit(() -> ran.add("commit"));
        xacts.onRollback(() -> ran.add("rollback"));
    }

    private List<String> lateRows() throws SQLException {
        try (var connection = surroundings().orders().outside();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT name FROM late ORDER BY name")) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    @Test
    @DisplayName("Q8 K10 a constraint that breaks at the commit comes out of the scope with its cause; nothing is kept")
    void comesOut() throws SQLException {
        assertThatThrownBy(() -> xacts.run(this::breakConstraint))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("duplicate key value violates unique constraint");

        assertThat(ran).containsExactly("rollback");
        assertThat(lateRows()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q8 with two databases neither keeps anything")
    void twoDatabases() throws SQLException {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertAudit("before");
                    breakConstraint();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("duplicate key value violates unique constraint");

        assertThat(ran).containsExactly("rollback");
        assertThat(lateRows()).isEmpty();
        assertThat(rows()).isEmpty();
        assertThat(auditRows()).isEmpty();
    }

    @Test
    @DisplayName("Q8 nothing leaks: the next transactions of the pool, as many as it has connections, are healthy")
    void nextAreHealthy() throws SQLException {
        comesOut();
        ran.clear();
        for (int i = 0; i < 3; i++) {
            String name = "next " + i;
            xacts.run(() -> {
                insert(name);
                insertLate(name);
                xacts.run(() -> xacts.with().requiresNew(true).run(() -> insertLate("own " + name)));
            });
        }

        assertThat(ran).isEmpty();
        assertThat(lateRows()).hasSize(6);
        assertThat(rows()).containsExactly("next 0", "next 1", "next 2");
    }

    @Test
    @DisplayName("Q8 a nested scope that breaks it and is rolled back leaves a commit that works")
    void undoneBeforeTheCommit() throws SQLException {
        xacts.run(() -> {
            insertLate("once");
            failing(this::breakConstraint);
        });

        assertThat(ran).containsExactly("rollback");
        assertThat(lateRows()).containsExactly("once");
    }
}

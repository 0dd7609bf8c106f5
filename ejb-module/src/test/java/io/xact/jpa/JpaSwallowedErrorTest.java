// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Statements by JDBC on a context's connection: Hibernate marks nothing for them. */
@PostgreSqlOnly
class JpaSwallowedErrorTest extends JpaTest {

    JpaSwallowedErrorTest(Product product) {
        super(product);
    }

    private static void failAndSwallow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("nonsense")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("S1 one that fails, and is swallowed, is found before the commit")
    void swallowed() {
        assertThatThrownBy(() -> xacts.run(() -> inContext(() -> {
                    insertAudit("beside");
                    em().persist(new Account(1, "lost"));
                    em().flush();
                    em().unwrap(Session.class).doWork(JpaSwallowedErrorTest::failAndSwallow);
                })))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(auditRows()).isEmpty();
        assertThat(accounts()).isEmpty();
    }

    @Test
    @DisplayName("S1 S3 in a nested scope it costs that scope alone, and what it changed in memory is as it was")
    void swallowedInNestedScope() throws Exception {
        transaction(() -> {
            em().persist(new Account(1, "outer"));
            assertThatThrownBy(() -> xacts.run(() -> {
                        account(1).name = "inner";
                        em().persist(new Account(2, "lost"));
                        em().flush();
                        em().unwrap(Session.class).doWork(JpaSwallowedErrorTest::failAndSwallow);
                    }))
                    .isInstanceOf(XactRolledBackException.class);
            assertThat(account(1).name).isEqualTo("outer");
            assertThat(em().find(Account.class, 2L)).isNull();
        });

        assertThat(accounts()).containsExactly("1 outer");
    }
}

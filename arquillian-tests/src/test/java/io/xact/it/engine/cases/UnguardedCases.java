// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Only;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;

/** Work by the server's own data source: undone exactly, or all of it goes. */
@ApplicationScoped
public class UnguardedCases implements Cases {

    @Inject
    private Xacts xacts;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/jms/queue/ExpiryQueue")
    private Queue queue;

    private void failing(Step work) {
        assertThatThrownBy(() -> xacts.run(() -> {
                    work.run();
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO item (name) VALUES ('" + name + "')");
        }
    }

    private void assertDoomed(Table items, Step work) throws SQLException {
        assertThatThrownBy(() -> xacts.run(work::run))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining(items.database().jndiName());
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("A8 S7 it is undone alone, where its data source was used before the scope")
    public void undoneAlone(Table items) throws Throwable {
        xacts.run(() -> {
            items.insertUnguarded("outer");
            failing(() -> items.insertUnguarded("inner"));
            xacts.run(() -> items.insertUnguarded("kept"));
            XactSavepoint savepoint = xacts.savepoint();
            items.insertUnguarded("by hand");
            xacts.rollbackTo(savepoint);
        });

        assertThat(items.committed()).containsExactly("kept", "outer");
    }

    @DisplayName("S7 it dooms the whole transaction, where it joined inside the scope that fails")
    public void joinedInside(Table items) throws Exception {
        assertDoomed(items, () -> failing(() -> items.insertUnguarded("inner")));
        assertDoomed(
                items,
                () -> failing(() -> {
                    items.insertUnguarded("unguarded first");
                    items.insert("guarded then");
                }));
    }

    @DisplayName(
            "S7 one data source used in both ways: the guarded connection first, the other one in the scope that fails")
    public void guardedFirst(Table items) throws Exception {
        assertDoomed(items, () -> {
            items.insert("outer");
            failing(() -> items.insertUnguarded("inner"));
        });
        assertDoomed(items, () -> {
            items.insert("outer");
            failing(() -> {
                items.insertUnguarded("unguarded");
                items.insert("guarded");
            });
        });
        assertDoomed(items, () -> {
            items.insert("outer");
            failing(() -> {
                try (Connection connection = items.unguarded().getConnection()) {
                    insert(connection, "unguarded");
                    items.insert("guarded");
                }
            });
        });
    }

    @DisplayName("S7 the same with a connection that stays open over the scope's edge")
    public void openOverTheEdge(Table items) throws Exception {
        assertDoomed(items, () -> {
            items.insert("outer");
            Connection[] kept = new Connection[1];
            try {
                failing(() -> {
                    kept[0] = items.unguarded().getConnection();
                    insert(kept[0], "unguarded");
                });
            } finally {
                kept[0].close();
            }
        });
    }

    @DisplayName("A8 S7 once both ways are known, scopes undo both exactly")
    public void bothWays(Table items) throws Throwable {
        xacts.run(() -> {
            items.insert("outer");
            items.insertUnguarded("unguarded");
            failing(() -> items.insertUnguarded("a"));
            failing(() -> items.insert("b"));
            failing(() -> {
                items.insertUnguarded("c");
                items.insert("d");
            });
            try (Connection connection = items.unguarded().getConnection()) {
                failing(() -> insert(connection, "e"));
                xacts.run(() -> insert(connection, "kept"));
            }
        });

        assertThat(items.committed()).containsExactly("kept", "outer", "unguarded");
    }

    @Only(Database.POSTGRESQL)
    @DisplayName(
            "S1 a failed statement that is swallowed costs all of the transaction: no other branch, no message by hand")
    public void noMessage(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    try (JMSContext context = connections.createContext()) {
                        context.createProducer().send(queue, "sent by hand");
                    }
                    items.insertUnguarded("a");
                    assertThatThrownBy(() -> items.insertUnguarded("a")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(items.committed()).isEmpty();
        try (JMSContext outside = connections.createContext();
                QueueBrowser browser = outside.createBrowser(queue)) {
            assertThat(browser.getEnumeration().hasMoreElements()).isFalse();
        }
    }

    @DisplayName("A8 an open connection of the other kind, of no use in the scope, does no harm")
    public void openAndIdle(Table items) throws Throwable {
        xacts.run(() -> {
            items.insert("outer");
            try (Connection connection = items.unguarded().getConnection()) {
                failing(() -> items.insert("inner"));
                assertThat(connection.isClosed()).isFalse();
            }
        });

        assertThat(items.committed()).containsExactly("outer");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.LogRecords;
import io.xact.it.engine.application.Only;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;

/** What a scope forbids, and helps with. */
@ApplicationScoped
public class GuardCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private UserTransaction userTransaction;

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(XactStateException.class);
    }

    @DisplayName("G1 G2 what would end the transaction by hand is refused, and the scope is unharmed")
    public void byHand(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("a");
            try (Connection connection = items.guarded().getConnection()) {
                boolean autoCommit = connection.getAutoCommit();
                assertRefused(() -> connection.setAutoCommit(!autoCommit));
                assertRefused(connection::commit);
                assertRefused(connection::rollback);
                assertRefused(connection::setSavepoint);
                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
            }
            assertRefused(() -> items.execute("COMMIT"));
            assertRefused(() -> items.execute("SAVEPOINT mine"));
        });

        assertThat(items.committed()).containsExactly("a");
    }

    @DisplayName("G2 UserTransaction's commit and rollback inside a scope are reported at its edge")
    public void userTransaction(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("rolled back");
                    userTransaction.rollback();
                }))
                .isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("committed");
                    userTransaction.commit();
                }))
                .isInstanceOf(XactStateException.class);

        assertThat(xacts.isActive()).isFalse();
        assertThat(items.committed()).containsExactly("committed");
    }

    @DisplayName(
            "G3 after a failed statement that is caught, further ones are refused with it as cause, and the edge says so")
    public void failedStatement(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    assertThatThrownBy(() -> items.insert("a")).isInstanceOf(SQLException.class);
                    assertThatThrownBy(() -> items.insert("b"))
                            .isInstanceOf(BrokenScopeException.class)
                            .hasCauseInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(items.committed()).isEmpty();
    }

    @Only(Database.H2) // PostgreSQL's transaction doesn't survive a failed statement
    @DisplayName("G4 once its flag is lifted the scope takes statements again")
    public void lifted(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("a");
            assertThatThrownBy(() -> items.insert("a")).isInstanceOf(SQLException.class);
            xacts.setRollback(false);
            items.insert("b");
        });

        assertThat(items.committed()).containsExactly("a", "b");
    }

    @DisplayName("G6 a failure in markOnError dooms the scope around it until its end, and nothing after it")
    public void markOnError(Table items) throws Exception {
        IllegalStateException failure = new IllegalStateException("on purpose");
        xacts.run(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        items.insert("inner");
                        assertThatThrownBy(() -> xacts.markOnError(() -> {
                                    throw failure;
                                }))
                                .isSameAs(failure);
                        assertThatThrownBy(() -> items.insert("more")).hasCause(failure);
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasCause(failure);
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("G7 where no scope is, markOnError marks nothing")
    public void markOnErrorOutside(Table items) throws Exception {
        IllegalStateException failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> xacts.markOnError(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        xacts.run(() -> items.insert("next"));

        assertThat(items.committed()).containsExactly("next");
    }

    @DisplayName("G8 whatever can be called can run in a scope")
    public void callables() throws Exception {
        List<Integer> depths = new ArrayList<>();
        Runnable runnable = () -> depths.add(xacts.depth());
        Supplier<Integer> supplier = xacts::depth;
        Callable<Integer> callable = xacts::depth;
        xacts.run(runnable::run);
        depths.add(xacts.call(supplier::get));
        depths.add(xacts.call(callable::call));
        depths.add(xacts.call(xacts::depth));

        assertThat(depths).containsExactly(1, 1, 1, 1);
    }

    @DisplayName("G9 requireActive throws where no transaction is")
    public void requireActive() {
        assertThatThrownBy(xacts::requireActive).isInstanceOf(XactStateException.class);
        xacts.run(xacts::requireActive);
    }

    @DisplayName("G10 begin, commit, roll back and savepoints are logged at DEBUG by name, and nothing above it")
    public void logged(Table items) throws Exception {
        try (LogRecords log = LogRecords.from(Level.FINE)) {
            xacts.with().named("import").run(() -> {
                items.insert("a");
                xacts.with().named("line").run(() -> items.insert("b"));
            });
            xacts.with().named("other").run(() -> xacts.setRollback(true));

            assertThat(log.messages())
                    .anyMatch(message -> message.startsWith("begin import"))
                    .anyMatch(message -> message.contains(items.database().jndiName()) && message.contains("SAVEPOINT"))
                    .contains("commit import", "rollback other");
        }
        try (LogRecords log = LogRecords.from(Level.INFO)) {
            xacts.run(() -> items.insert("c"));
            assertThat(log.messages()).isEmpty();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test: no transaction on the thread, no connection taken from a pool, no savepoint that outlived its scope, no
 * branch in doubt, and no row that the test has not looked at.
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        for (Database database : test(context).surroundings().databases()) {
            database.deleteRows();
            database.wire().clear();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        checkThread();
        ScopeTest test = test(context);
        for (Database database : test.surroundings().databases()) {
            database.wire().tap(call -> {});
            check(database, test);
        }
    }

    private static ScopeTest test(ExtensionContext context) {
        return (ScopeTest) context.getRequiredTestInstance();
    }

    static void checkThread() throws Exception {
        TransactionManager manager = Surroundings.transactionManager();
        int status = manager.getStatus();
        if (status != Status.STATUS_NO_TRANSACTION) {
            manager.rollback(); // the next test has to start clean
        }
        assertThat(status).as("status of the thread's transaction").isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    static void check(Database database, ScopeTest test) throws SQLException {
        assertThat(database.openConnections())
                .as("connections taken from %s", database.jndiName())
                .isZero();
        assertThat(database.wire().leaks())
                .as("savepoints left open on %s", database.jndiName())
                .isEmpty();
        assertThat(inDoubt(database))
                .as("branches in doubt on %s", database.jndiName())
                .isZero();
        assertThat(database.rows())
                .as("rows on %s that no assertion has seen", database.jndiName())
                .isEqualTo(test.lastSeen(database));
    }

    private static int inDoubt(Database database) throws SQLException {
        try (Connection connection = database.outside();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM "
                        + (database.isH2() ? "INFORMATION_SCHEMA.IN_DOUBT" : "pg_prepared_xacts"))) {
            count.next();
            return count.getInt(1);
        }
    }
}

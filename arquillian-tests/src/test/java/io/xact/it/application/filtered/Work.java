// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.filtered;

import io.xact.Guarded;
import io.xact.Xacts;
import io.xact.it.application.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What each handler does. */
@ApplicationScoped
public class Work {

    @Inject
    @Guarded("java:jboss/datasources/ExampleDS")
    private DataSource dataSource;

    @Inject
    private Xacts xacts;

    @Inject
    private NestedScope nested;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Inserts a row. Tells the handler's depth, that in a bean with {@code @Xact}, and whether a transaction is active. */
    public String insert(String name) throws SQLException {
        Rows.insert(dataSource, name);
        boolean isActive = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
        return xacts.depth() + " " + nested.depth() + " " + (isActive ? "active" : "none");
    }

    /** Ends as the request wants it: throws, or says whether the answer is to be an error. */
    boolean isRefused(End end) {
        if (end == End.EXCEPTION) {
            throw new IllegalStateException("uncaught");
        }
        return end == End.STATUS;
    }
}

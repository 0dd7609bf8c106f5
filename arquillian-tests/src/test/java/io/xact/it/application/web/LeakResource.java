// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Leaves things open, and closes them. */
@Path("leaks")
@ApplicationScoped
public class LeakResource {

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:jboss/datasources/ExampleDS")
    private DataSource dataSource;

    private @Nullable Transaction transaction;
    private @Nullable Connection connection;

    @POST
    @Path("transaction")
    public synchronized void beginTransaction() throws Exception {
        transactions.begin();
        transaction = transactions.suspend();
    }

    @DELETE
    @Path("transaction")
    public synchronized void endTransaction() throws Exception {
        Objects.requireNonNull(transaction).rollback();
    }

    @POST
    @Path("connection")
    public synchronized void openConnection() throws SQLException {
        connection = dataSource.getConnection();
    }

    @DELETE
    @Path("connection")
    public synchronized void closeConnection() throws SQLException {
        Objects.requireNonNull(connection).close();
    }
}

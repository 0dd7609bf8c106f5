// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.sql.Dialect;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tries out what a data source can do, in a real branch that leaves nothing behind: a savepoint, and a prepare, which a second
 * branch of ours then has rolled back. Thread-safe.
 */
public final class Probe {

    private static final String SAVEPOINT = "xact_probe";

    private final TransactionManager manager;
    private final SavepointSupport support;

    /**
     * Over the transaction service.
     *
     * @param manager begins and ends the probe's transactions
     * @param support is told what was found
     */
    public Probe(TransactionManager manager, SavepointSupport support) {
        this.manager = manager;
        this.support = support;
    }

    /**
     * Tries a data source, and logs what it can do. Where it can't be reached, nothing is known, and that is logged too.
     *
     * @param name its JNDI name
     * @param dataSource the data source
     * @return what is wrong with it, with the cure; empty if it will do
     */
    public Optional<String> problemWith(String name, DataSource dataSource) {
        try {
            manager.begin();
        } catch (Exception e) {
            SavepointLog.LOG.notProbed(name, e);
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(probe(name, dataSource));
        } catch (Exception e) {
            SavepointLog.LOG.notProbed(name, e);
            return Optional.empty();
        } finally {
            end(name);
        }
    }

    private @Nullable String probe(String name, DataSource dataSource) throws Exception {
        String product;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            product = productOf(connection);
            SQLException refusal = refusalOfSavepoint(statement, Dialect.of(connection));
            if (refusal != null) {
                return refused(name, product, refusal);
            }
        }
        support.prove(name);
        VetoingResource veto = new VetoingResource();
        manager.getTransaction().enlistResource(veto);
        Exception outcome = commit();
        if (!veto.wasAsked()) {
            return SavepointLog.LOG.cannotPrepare(name, product, rootOf(outcome));
        }
        SavepointLog.LOG.probed(name, product);
        return null;
    }

    private static String productOf(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
    }

    private static @Nullable SQLException refusalOfSavepoint(Statement statement, Dialect dialect) throws SQLException {
        try {
            statement.execute(dialect.set() + SAVEPOINT);
            statement.execute(dialect.rollbackTo() + SAVEPOINT);
            return null;
        } catch (SQLException e) {
            if (Dialect.isBranchBroken(e)) {
                throw e;
            }
            return e;
        }
    }

    private @Nullable String refused(String name, String product, SQLException refusal) {
        support.refuse(name);
        if (support.mergesUnsupported()) {
            SavepointLog.LOG.merged(name, refusal);
            return null;
        }
        return SavepointLog.LOG.takesNoSavepoints(name, product, String.valueOf(refusal.getMessage()));
    }

    /** Both branches are prepared, ours last; what comes out tells why the other one was not. */
    private Exception commit() throws SystemException {
        try {
            manager.commit();
            return new IllegalStateException("committed against a veto");
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
            return e;
        }
    }

    private static String rootOf(Throwable outcome) {
        Throwable root = outcome;
        Throwable next = behind(root);
        while (next != null) {
            root = next;
            next = behind(root);
        }
        return String.valueOf(root.getMessage());
    }

    private static @Nullable Throwable behind(Throwable failure) {
        if (failure.getCause() != null) {
            return failure.getCause();
        }
        return failure.getSuppressed().length == 0 ? null : failure.getSuppressed()[0];
    }

    private void end(String name) {
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                manager.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            SavepointLog.LOG.notProbed(name, e);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.sql.Dialect;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/**
 * Tries out what a data source can do, in a real branch that leaves nothing behind: a savepoint, and a prepare that is rolled
 * back. The branch is prepared behind the transaction manager's back, because a commit that fails in the second phase leaves
 * warnings, and records that its recovery never forgets. Thread-safe.
 */
public final class Probe {

    private static final String SAVEPOINT = "xact_probe";

    private final TransactionManager manager;
    private final EnlistedResources enlisted;
    private final SavepointSupport support;

    /**
     * Over the transaction service.
     *
     * @param manager begins and ends the probe's transactions
     * @param enlisted tells the branch
     * @param support is told what was found
     */
    public Probe(TransactionManager manager, EnlistedResources enlisted, SavepointSupport support) {
        this.manager = manager;
        this.enlisted = enlisted;
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
            rollBack(name);
        }
    }

    private @Nullable String probe(String name, DataSource dataSource) throws Exception {
        String product;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            product = productOf(connection);
            if (!isShared(dataSource, connection)) {
                return SavepointLog.LOG.interleaves(name, product);
            }
            SQLException refusal = refusalOfSavepoint(statement, Dialect.of(connection));
            if (refusal != null) {
                return refused(name, product, refusal);
            }
        }
        support.prove(name);
        return refusalOfPrepare(name, product, dataSource);
    }

    /** Whether all connections of one transaction are one. */
    private static boolean isShared(DataSource dataSource, Connection connection) throws SQLException {
        try (Connection another = dataSource.getConnection()) {
            return Branch.physical(another) == Branch.physical(connection);
        }
    }

    private @Nullable String refusalOfPrepare(String name, String product, DataSource dataSource)
            throws SQLException, SystemException {
        Set<XAResource> resources = enlisted.byName().keySet();
        XAResource resource = resources.size() == 1 ? resources.iterator().next() : null;
        Xid branch = resource == null ? null : enlisted.branchOf(resource).orElse(null);
        String markerTable =
                resource == null ? null : enlisted.markerTableOf(resource).orElse(null);
        if (resource == null || branch == null) {
            SavepointLog.LOG.prepareNotTried(name, product);
        } else if (enlisted.isLocal(resource)) {
            SavepointLog.LOG.local(name, product);
        } else if (markerTable != null) {
            return refusalOfMarker(name, product, dataSource, markerTable);
        } else {
            try {
                manager.getTransaction().delistResource(resource, XAResource.TMSUCCESS);
                resource.prepare(branch);
                SavepointLog.LOG.probed(name, product);
            } catch (XAException e) {
                Throwable told = e.getCause() == null ? e : e.getCause();
                return SavepointLog.LOG.cannotPrepare(name, product, String.valueOf(told.getMessage()));
            }
        }
        return null;
    }

    /** What the commit will do, and recovery after it, on no row. */
    private static @Nullable String refusalOfMarker(String name, String product, DataSource dataSource, String table)
            throws SQLException {
        String columns = "xid, transactionManagerID, actionuid";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO %1$s (%2$s) SELECT %2$s FROM %1$s WHERE 1 = 0".formatted(table, columns));
            statement.execute("DELETE FROM %s WHERE 1 = 0".formatted(table));
        } catch (SQLException e) {
            if (Dialect.isBranchBroken(e)) {
                throw e;
            }
            return SavepointLog.LOG.cannotMark(name, product, table, String.valueOf(e.getMessage()));
        }
        SavepointLog.LOG.commitMarkable(name, product, table);
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

    private void rollBack(String name) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            SavepointLog.LOG.debugf(e, "%s: rolling back what was tried failed", name);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAException;

/** One database: a pool of recorded XA connections for the tested code, and plain connections to look from outside. */
public final class Database {

    private static final Map<String, Wire> WIRES = new ConcurrentHashMap<>();
    private static final int POOL_SIZE = 20;

    private final String jndiName;
    private final String url;
    private final AgroalDataSource pool;
    private final Wire wire;

    /** A pool of XA connections to a database that is there. */
    public Database(
            String jndiName, String url, TransactionManager manager, TransactionSynchronizationRegistry registry)
            throws SQLException {
        this.jndiName = jndiName;
        this.url = url;
        this.wire = wireOf(url);
        this.pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled()
                .connectionPoolConfiguration(poolSettings -> poolSettings
                        .maxSize(POOL_SIZE)
                        .exceptionSorter(Database::isConnectionLost)
                        .transactionIntegration(new NarayanaTransactionIntegration(manager, registry, jndiName))
                        .connectionFactoryConfiguration(
                                factory -> factory.connectionProviderClass(RecordingXaDataSource.class)
                                        .jdbcUrl(url))));
    }

    /** As a server's checker for its product does it; such a connection leaves the pool. */
    private static boolean isConnectionLost(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.equals("57P01") || state.equals("90067") || state.equals("90121");
    }

    static Wire wireOf(String url) {
        return WIRES.computeIfAbsent(withoutParameters(url), key -> new Wire());
    }

    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "");
    }

    public String jndiName() {
        return jndiName;
    }

    public String url() {
        return url;
    }

    public AgroalDataSource pool() {
        return pool;
    }

    public Wire wire() {
        return wire;
    }

    /** A connection that has nothing to do with pool or JTA: what it reads is committed. */
    public Connection outside() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** The number of the session that the thread's transaction has here. */
    public String session() throws SQLException {
        return Items.query(pool, product().sessionQuery()).get(0);
    }

    /** Ends a session. */
    public void end(String session) throws SQLException {
        execute(product().endOf(session));
    }

    /** Ends the session of the thread's transaction, as if the connection were lost, until the wire is tapped otherwise. */
    public void loseConnection() throws SQLException {
        end(session());
        if (isH2()) {
            wire.tap(Database::refuseAsLost); // in one process there is no connection to be lost
        }
    }

    private static void refuseAsLost(String call) throws Exception {
        if (call.startsWith("xa ")) {
            throw new XAException(XAException.XAER_RMFAIL);
        }
        throw new SQLException("connection lost", "08006");
    }

    /** Runs a statement on a connection that has nothing to do with pool or JTA. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = outside();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void createTable() throws SQLException {
        execute("CREATE TABLE IF NOT EXISTS item (name VARCHAR(100) PRIMARY KEY)");
    }

    void deleteRows() throws SQLException {
        execute("DELETE FROM item");
    }

    /** The committed rows. */
    public List<String> rows() {
        try (Connection connection = outside();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM item ORDER BY name")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isH2() {
        return product() == Product.H2;
    }

    private Product product() {
        return url.startsWith("jdbc:h2:") ? Product.H2 : Product.POSTGRESQL;
    }

    public long openConnections() {
        return pool.getMetrics().activeCount();
    }
}

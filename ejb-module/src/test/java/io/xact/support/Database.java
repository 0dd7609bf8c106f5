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
                        .transactionIntegration(new NarayanaTransactionIntegration(manager, registry, jndiName))
                        .connectionFactoryConfiguration(
                                factory -> factory.connectionProviderClass(RecordingXaDataSource.class)
                                        .jdbcUrl(url))));
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

    void createTable() throws SQLException {
        try (Connection connection = outside();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS item (name VARCHAR(100) PRIMARY KEY)");
        }
    }

    void deleteRows() throws SQLException {
        try (Connection connection = outside();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM item");
        }
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
        return url.startsWith("jdbc:h2:");
    }

    public long openConnections() {
        return pool.getMetrics().activeCount();
    }
}

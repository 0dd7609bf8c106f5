// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * A platform in which a wish to roll back is the innermost scope's, and sessions that join inside scopes are announced.
 * In all else it is the one that it stands around. Thread-safe if that one is.
 */
final class ScopedJtaPlatform implements JtaPlatform {

    private static final long serialVersionUID = 1;

    private final JtaPlatform platform;
    private final transient ScopeOfThread scope;
    private final transient ServiceRegistryImplementor services;

    ScopedJtaPlatform(JtaPlatform platform, ScopeOfThread scope, ServiceRegistryImplementor services) {
        this.platform = platform;
        this.scope = scope;
        this.services = services;
    }

    @Override
    public @Nullable TransactionManager retrieveTransactionManager() {
        TransactionManager manager = platform.retrieveTransactionManager();
        return manager == null ? null : new ScopedTransactionManager(manager, scope);
    }

    @Override
    public @Nullable UserTransaction retrieveUserTransaction() {
        UserTransaction transaction = platform.retrieveUserTransaction();
        return transaction == null ? null : new ScopedUserTransaction(transaction, scope);
    }

    @Override
    public @Nullable Object getTransactionIdentifier(Transaction transaction) {
        return platform.getTransactionIdentifier(transaction);
    }

    @Override
    public boolean canRegisterSynchronization() {
        return platform.canRegisterSynchronization();
    }

    /** That is how a session joins. If what is told of it refuses, it doesn't: half joined, it would spoil the commit. */
    @Override
    public void registerSynchronization(Synchronization synchronization) {
        DataSource dataSource = dataSource();
        if (dataSource != null) {
            scope.joining(dataSource);
        }
        platform.registerSynchronization(synchronization);
    }

    /** The persistence unit's; unknown with several tenants, or with connections that come from elsewhere. */
    private @Nullable DataSource dataSource() {
        ConnectionProvider connections = services.getService(ConnectionProvider.class);
        return connections != null && connections.isUnwrappableAs(DataSource.class)
                ? connections.unwrap(DataSource.class)
                : null;
    }

    @Override
    public int getCurrentStatus() throws SystemException {
        return platform.getCurrentStatus();
    }
}

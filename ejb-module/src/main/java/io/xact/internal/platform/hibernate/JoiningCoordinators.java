// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;
import org.hibernate.resource.transaction.spi.DdlTransactionIsolator;
import org.hibernate.resource.transaction.spi.TransactionCoordinator;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorOwner;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.tool.schema.internal.exec.JdbcContext;

/**
 * Makes the coordinator of each session, with an owner that notices when the session joins a transaction. Sessions of each
 * kind come by here, before they have an entity.
 */
final class JoiningCoordinators implements TransactionCoordinatorBuilder, ServiceRegistryAwareService {

    private static final long serialVersionUID = 1;

    private final TransactionCoordinatorBuilder configured;
    private final transient ScopeOfThread scope;

    JoiningCoordinators(TransactionCoordinatorBuilder configured, ScopeOfThread scope) {
        this.configured = configured;
        this.scope = scope;
    }

    @Override
    public TransactionCoordinator buildTransactionCoordinator(TransactionCoordinatorOwner owner, Options options) {
        return configured.buildTransactionCoordinator(new JoiningOwner(owner, scope), options);
    }

    @Override
    public boolean isJta() {
        return configured.isJta();
    }

    @Override
    public PhysicalConnectionHandlingMode getDefaultConnectionHandlingMode() {
        return configured.getDefaultConnectionHandlingMode();
    }

    @Override
    public DdlTransactionIsolator buildDdlTransactionIsolator(JdbcContext context) {
        return configured.buildDdlTransactionIsolator(context);
    }

    @Override
    public void injectServices(ServiceRegistryImplementor registry) {
        if (configured instanceof ServiceRegistryAwareService aware) {
            aware.injectServices(new ScopedServices(registry, scope));
        }
    }
}

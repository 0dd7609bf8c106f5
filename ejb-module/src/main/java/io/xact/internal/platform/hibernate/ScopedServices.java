// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.service.Service;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.spi.ServiceBinding;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * The services of a session factory as its transaction coordinators see them: with a {@link ScopedJtaPlatform}. To replace the service
 * itself is no way, because WildFly puts its own in place too, and which of two is asked last isn't defined.
 */
final class ScopedServices implements ServiceRegistryImplementor {

    private final ServiceRegistryImplementor services;
    private final ScopeOfThread scope;

    ScopedServices(ServiceRegistryImplementor services, ScopeOfThread scope) {
        this.services = services;
        this.scope = scope;
    }

    @Override
    public <R extends Service> @Nullable R getService(Class<R> role) {
        R service = services.getService(role);
        return service instanceof JtaPlatform platform && !(service instanceof NoJtaPlatform)
                ? role.cast(new ScopedJtaPlatform(platform, scope, services))
                : service;
    }

    @Override
    public @Nullable ServiceRegistry getParentServiceRegistry() {
        return services.getParentServiceRegistry();
    }

    @Override
    public <R extends Service> @Nullable ServiceBinding<R> locateServiceBinding(Class<R> role) {
        return services.locateServiceBinding(role);
    }

    @Override
    public void destroy() {
        services.destroy();
    }

    @Override
    public void registerChild(ServiceRegistryImplementor child) {
        services.registerChild(child);
    }

    @Override
    public void deRegisterChild(ServiceRegistryImplementor child) {
        services.deRegisterChild(child);
    }

    @Override
    public <T extends Service> @Nullable T fromRegistryOrChildren(Class<T> role) {
        return services.fromRegistryOrChildren(role);
    }
}

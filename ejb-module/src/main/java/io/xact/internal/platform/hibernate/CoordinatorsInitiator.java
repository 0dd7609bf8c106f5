// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.resource.transaction.internal.TransactionCoordinatorBuilderInitiator;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/** Puts {@link JoiningCoordinators} around those that are configured, if they are for JTA. */
final class CoordinatorsInitiator implements StandardServiceInitiator<TransactionCoordinatorBuilder> {

    private final ScopeOfThread scope;

    CoordinatorsInitiator(ScopeOfThread scope) {
        this.scope = scope;
    }

    @Override
    public TransactionCoordinatorBuilder initiateService(
            Map<String, Object> settings, ServiceRegistryImplementor registry) {
        TransactionCoordinatorBuilder configured =
                TransactionCoordinatorBuilderInitiator.INSTANCE.initiateService(settings, registry);
        return configured.isJta() ? new JoiningCoordinators(configured, scope) : configured;
    }

    @Override
    public Class<TransactionCoordinatorBuilder> getServiceInitiated() {
        return TransactionCoordinatorBuilder.class;
    }
}

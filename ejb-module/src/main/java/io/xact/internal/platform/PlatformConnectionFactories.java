// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.internal.jms.ConnectionFactories;
import io.xact.internal.jms.RecoverableBroker;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.XAConnectionFactory;
import jakarta.transaction.TransactionManager;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Connection factories in JNDI, or where there is no server, as CDI beans. Thread-safe. */
public final class PlatformConnectionFactories implements ConnectionFactories {

    /** What the platform calls its default; known only where a component's names are. */
    private static final String DEFAULT = "java:comp/DefaultJMSConnectionFactory";

    private static final String[] DEFAULT_ELSEWHERE = {DEFAULT, "java:jboss/DefaultJMSConnectionFactory", "java:/JmsXA"
    };

    private final BeanManager beans;
    private final NarayanaResources resources;
    private final Map<String, ConnectionFactory> ofBeans = new ConcurrentHashMap<>();

    /**
     * For one CDI container.
     *
     * @param beans the container, started
     * @param manager the transaction manager
     */
    public PlatformConnectionFactories(BeanManager beans, TransactionManager manager) {
        this.beans = Objects.requireNonNull(beans, "beans");
        this.resources = new NarayanaResources(manager);
    }

    @Override
    public boolean isServer() {
        return Platform.isServer();
    }

    @Override
    public Optional<ConnectionFactory> find(String name) {
        Optional<ConnectionFactory> inJndi = name.equals(DEFAULT)
                ? Services.find(ConnectionFactory.class, DEFAULT_ELSEWHERE)
                : Services.find(ConnectionFactory.class, name);
        return inJndi.or(() -> isServer() ? Optional.empty() : known(name));
    }

    /** A dependent bean would be another one for each look-up. */
    private Optional<ConnectionFactory> known(String name) {
        return Optional.ofNullable(
                ofBeans.computeIfAbsent(name, key -> bean(key).orElse(null)));
    }

    private Optional<ConnectionFactory> bean(String name) {
        Instance<Object> candidates = beans.createInstance();
        return only(candidates.select(ConnectionFactory.class, NamedLiteral.of(name)))
                .or(() -> only(candidates.select(XAConnectionFactory.class, NamedLiteral.of(name))))
                .or(() -> name.equals(DEFAULT) ? onlyOne(candidates) : Optional.empty());
    }

    private static Optional<ConnectionFactory> onlyOne(Instance<Object> candidates) {
        return only(candidates.select(ConnectionFactory.class))
                .or(() -> only(candidates.select(XAConnectionFactory.class)));
    }

    private static Optional<ConnectionFactory> only(Instance<?> candidates) {
        return candidates.isResolvable() && candidates.get() instanceof ConnectionFactory factory
                ? Optional.of(factory)
                : Optional.empty();
    }

    @Override
    public boolean hasEnlistedXa() {
        return resources.byName().keySet().stream().anyMatch(resource -> !resources.isLocal(resource));
    }

    @Override
    public AutoCloseable recover(RecoverableBroker broker) {
        try {
            return NarayanaRecovery.register(broker);
        } catch (LinkageError otherManager) {
            PlatformLog.LOG.notRecovered(broker.toString());
            return broker;
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.OnCommit;
import io.xact.internal.config.XactConfig;
import io.xact.internal.jms.Outlet;
import io.xact.internal.jms.SessionSources;
import io.xact.internal.platform.PlatformConnectionFactories;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The beans for messages. Loaded, by {@link Messaging}, only where Jakarta Messaging is in sight. */
final class MessagingBeans implements Messaging {

    private final XactConfig config;
    private final BeanManager beans;
    private final Supplier<Services> services;
    private @Nullable SessionSources sources;

    MessagingBeans(XactConfig config, BeanManager beans, Supplier<Services> services) {
        this.config = config;
        this.beans = beans;
        this.services = services;
    }

    @Override
    public void register(AfterBeanDiscovery event) {
        add(event, JMSProducer.class, qualifier -> new InjectedProducer(qualifier, outlet(qualifier)));
        add(event, JMSContext.class, qualifier -> new InjectedContext(qualifier, outlet(qualifier)));
    }

    private static <T> void add(AfterBeanDiscovery event, Class<T> type, Function<OnCommit, T> factory) {
        event.<T>addBean()
                .types(type)
                .qualifiers(OnCommit.Literal.DEFAULT)
                .scope(Dependent.class)
                .produceWith(instance -> factory.apply(OnCommitPoint.qualifierOf(instance)));
    }

    private Outlet outlet(OnCommit qualifier) {
        return new Outlet(
                services.get().engine(), sources(), nameIn(qualifier), qualifier.mode(), config.maxHeldBytes());
    }

    private String nameIn(OnCommit qualifier) {
        return qualifier.connectionFactory().isEmpty() ? config.connectionFactory() : qualifier.connectionFactory();
    }

    @Override
    public Optional<String> problemWith(OnCommitPoint point) {
        String name = nameIn(point.qualifier());
        return sources().isKnown(name) || services.get().sources().mayCome(name)
                ? Optional.empty()
                : Optional.of(CdiLog.LOG.factoryUnknown(point.origin(), name));
    }

    @Override
    public void prepare(OnCommit qualifier) {
        sources().prepare(nameIn(qualifier));
    }

    private synchronized SessionSources sources() {
        SessionSources known = sources;
        if (known == null) {
            Services found = services.get();
            known = new SessionSources(
                    new PlatformConnectionFactories(beans, found.manager()), found.manager(), found.engine());
            sources = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (sources != null) {
            sources.close();
        }
    }
}

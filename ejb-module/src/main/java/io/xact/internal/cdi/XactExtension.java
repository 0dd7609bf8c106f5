// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.Guarded;
import io.xact.Xacts;
import io.xact.internal.config.ConfigReader;
import io.xact.internal.config.XactConfig;
import io.xact.internal.config.XactConfig.MergedFailure;
import io.xact.internal.config.XactConfig.SavepointUnsupported;
import io.xact.internal.engine.FailurePolicy;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.interceptor.RetryInterceptor;
import io.xact.internal.interceptor.XactDefinitions;
import io.xact.internal.interceptor.XactInterceptor;
import io.xact.internal.platform.Platform;
import io.xact.internal.platform.PlatformSettings;
import io.xact.internal.savepoint.EnlistedResources;
import io.xact.internal.savepoint.SavepointSupport;
import io.xact.internal.savepoint.Sources;
import io.xact.internal.savepoint.UnguardedWatch;
import io.xact.internal.sql.PassingFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes xact's beans and interceptors known to one CDI container; each container has an instance of its own. The server's
 * services are looked up at the first use, so a deployment that never uses them needs none.
 */
public class XactExtension implements Extension {

    private final ConfigReader settings = new ConfigReader(PlatformSettings::find);
    private @Nullable Services services;

    /** What the container's beans share. */
    private record Services(XactEngine engine, Sources sources, XactConfig config) {}

    void registerInterceptors(@Observes BeforeBeanDiscovery event) {
        event.addAnnotatedType(XactInterceptor.class, XactInterceptor.class.getName());
        event.addAnnotatedType(RetryInterceptor.class, RetryInterceptor.class.getName());
    }

    void registerBeans(@Observes AfterBeanDiscovery event, BeanManager beans) {
        event.<XactEngine>addBean()
                .types(XactEngine.class)
                .scope(Dependent.class)
                .createWith(context -> services(beans).engine());
        XactDefinitions definitions = new XactDefinitions(
                beans, (origin, names) -> services(beans).sources().requireKnown(origin, names));
        event.<XactDefinitions>addBean()
                .types(XactDefinitions.class)
                .scope(Dependent.class)
                .createWith(context -> definitions);
        event.<Xacts>addBean()
                .types(Xacts.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> xacts(services(beans)));
        event.<DataSource>addBean()
                .types(DataSource.class)
                .qualifiers(Guarded.Literal.DEFAULT)
                .scope(Dependent.class)
                .produceWith(instance -> dataSource(services(beans), instance));
    }

    private static Xacts xacts(Services services) {
        return new InjectedXacts(
                services.engine(), services.sources(), services.config().dataSource());
    }

    private static DataSource dataSource(Services services, Instance<Object> instance) {
        InjectionPoint injectionPoint = instance.select(InjectionPoint.class).get();
        String name = name(injectionPoint).orElse(services.config().dataSource());
        return new InjectedDataSource(services.engine(), services.sources(), name);
    }

    /** Empty for the default data source. */
    private static Optional<String> name(InjectionPoint injectionPoint) {
        return injectionPoint.getQualifiers().stream()
                .filter(Guarded.class::isInstance)
                .map(qualifier -> ((Guarded) qualifier).value())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private synchronized Services services(BeanManager beans) {
        Services known = services;
        if (known == null) {
            known = start(new Platform(beans), settings.read());
            services = known;
        }
        return known;
    }

    private static Services start(Platform platform, XactConfig config) {
        FailurePolicy policy = new FailurePolicy(
                config.mergedFailure() == MergedFailure.SILENT,
                PassingFailures::isIn,
                time -> Thread.sleep(time.toMillis()));
        EnlistedResources enlisted = platform.enlistedResources();
        XactEngine engine =
                new XactEngine(platform.transactions(), policy, stack -> new UnguardedWatch(enlisted, platform, stack));
        SavepointSupport support = new SavepointSupport(config.savepointUnsupported() == SavepointUnsupported.MERGE);
        Sources sources = new Sources(platform, support);
        config.dataSources().forEach(sources::use);
        return new Services(engine, sources, config);
    }
}

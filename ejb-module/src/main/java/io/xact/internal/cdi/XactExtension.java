// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.Guarded;
import io.xact.Xacts;
import io.xact.internal.config.Settings;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.interceptor.XactDefinitions;
import io.xact.internal.interceptor.XactInterceptor;
import io.xact.internal.platform.Platform;
import io.xact.internal.savepoint.EnlistedResources;
import io.xact.internal.savepoint.UnguardedWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes xact's beans and interceptors known to one CDI container; each container has an instance of its own. The server's
 * services are looked up at the first use, so a deployment that never uses them needs none.
 */
public class XactExtension implements Extension {

    private @Nullable Services services;

    /** What the container's beans share. */
    private record Services(XactEngine engine, Platform platform) {}

    void registerInterceptors(@Observes BeforeBeanDiscovery event) {
        event.addAnnotatedType(XactInterceptor.class, XactInterceptor.class.getName());
    }

    void registerBeans(@Observes AfterBeanDiscovery event, BeanManager beans) {
        event.<XactEngine>addBean()
                .types(XactEngine.class)
                .scope(Dependent.class)
                .createWith(context -> services(beans).engine());
        XactDefinitions definitions = new XactDefinitions(beans);
        event.<XactDefinitions>addBean()
                .types(XactDefinitions.class)
                .scope(Dependent.class)
                .createWith(context -> definitions);
        event.<Xacts>addBean()
                .types(Xacts.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> new InjectedXacts(
                        services(beans).engine(), services(beans).platform()));
        event.<DataSource>addBean()
                .types(DataSource.class)
                .qualifiers(Guarded.Literal.DEFAULT)
                .scope(Dependent.class)
                .produceWith(instance -> dataSource(services(beans), instance));
    }

    private static DataSource dataSource(Services services, Instance<Object> instance) {
        InjectionPoint injectionPoint = instance.select(InjectionPoint.class).get();
        return new InjectedDataSource(services.engine(), services.platform(), name(injectionPoint));
    }

    private static String name(InjectionPoint injectionPoint) {
        return injectionPoint.getQualifiers().stream()
                .filter(Guarded.class::isInstance)
                .map(qualifier -> ((Guarded) qualifier).value())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseGet(Settings::defaultDataSource);
    }

    private synchronized Services services(BeanManager beans) {
        Services known = services;
        if (known == null) {
            Platform platform = new Platform(beans);
            EnlistedResources enlisted = platform.enlistedResources();
            XactEngine engine =
                    new XactEngine(platform.transactions(), stack -> new UnguardedWatch(enlisted, platform, stack));
            known = new Services(engine, platform);
            services = known;
        }
        return known;
    }
}

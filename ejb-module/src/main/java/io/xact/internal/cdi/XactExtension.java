// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.Guarded;
import io.xact.OnCommit;
import io.xact.Xact;
import io.xact.Xacts;
import io.xact.internal.config.ConfigReader;
import io.xact.internal.config.XactConfig;
import io.xact.internal.engine.CurrentScope;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.interceptor.RetryInterceptor;
import io.xact.internal.interceptor.XactDefinitions;
import io.xact.internal.interceptor.XactInterceptor;
import io.xact.internal.platform.Platform;
import io.xact.internal.platform.PlatformExecutor;
import io.xact.internal.platform.PlatformSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes xact's beans and interceptors known to one CDI container; each container has an instance of its own. The server's
 * services are looked up at the first use, so a deployment that never uses them needs none.
 */
public class XactExtension implements Extension {

    private final DeploymentChecks checks = new DeploymentChecks();
    private XactConfig config = XactConfig.DEFAULT;
    private @Nullable XactDefinitions definitions;
    private @Nullable Services services;
    private final List<OnCommitPoint> onCommitPoints = new ArrayList<>();
    private Messaging messaging = Messaging.NONE;

    void begin(@Observes BeforeBeanDiscovery event, BeanManager beans) {
        ConfigReader settings = new ConfigReader(PlatformSettings::find);
        config = settings.read();
        checks.add(settings.problems());
        definitions = new XactDefinitions(
                beans, (origin, names) -> services(beans).sources().requireKnown(origin, names));
        messaging = Messaging.inSight(config, beans, () -> services(beans));
        event.addAnnotatedType(XactInterceptor.class, XactInterceptor.class.getName());
        event.addAnnotatedType(RetryInterceptor.class, RetryInterceptor.class.getName());
    }

    <T> void check(@Observes @WithAnnotations(Xact.class) ProcessAnnotatedType<T> event) {
        checks.check(event, definitions());
    }

    <T> void check(@Observes ProcessInjectionPoint<T, DataSource> event) {
        checks.check(event.getInjectionPoint());
    }

    <T, X> void collect(@Observes ProcessInjectionPoint<T, X> event) {
        OnCommitPoint.of(event.getInjectionPoint()).ifPresent(onCommitPoints::add);
    }

    /**
     * Has a data source looked for, and tried, with those that are named by {@link Xact} and {@link Guarded}.
     *
     * @param name its JNDI name
     * @param origin who names it, for a message
     */
    public void require(String name, String origin) {
        checks.use(name, origin);
    }

    /**
     * Adds to what is wrong with the deployment; all of it is told in one exception.
     *
     * @param problem a sentence
     */
    public void report(String problem) {
        checks.add(List.of(problem));
    }

    /**
     * Looks for data sources that are named elsewhere than in annotations, and tries them.
     *
     * @param originsByName their JNDI names, each with who names it
     * @param beans the container
     * @return what is wrong with them, a sentence each
     */
    public List<String> problemsOf(Map<String, String> originsByName, BeanManager beans) {
        return originsByName.isEmpty() ? List.of() : services(beans).problemsOf(originsByName);
    }

    void registerBeans(@Observes AfterBeanDiscovery event, BeanManager beans) {
        if (Platform.isServer()) {
            checkDataSources(beans);
            checkOnCommit();
        }
        checks.throwIfAny();
        event.<XactEngine>addBean()
                .types(XactEngine.class)
                .scope(Dependent.class)
                .createWith(context -> services(beans).engine());
        event.<XactDefinitions>addBean()
                .types(XactDefinitions.class)
                .scope(Dependent.class)
                .createWith(context -> definitions());
        event.<Xacts>addBean()
                .types(Xacts.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> new InjectedXacts(
                        services(beans).engine(), services(beans).sources(), config.dataSource()));
        event.<DataSource>addBean()
                .types(DataSource.class)
                .qualifiers(Guarded.Literal.DEFAULT)
                .scope(Dependent.class)
                .produceWith(instance -> dataSource(services(beans), instance));
        event.<Executor>addBean()
                .types(Executor.class)
                .qualifiers(OnCommit.Literal.DEFAULT)
                .scope(Dependent.class)
                .createWith(context ->
                        new InjectedExecutor(new CurrentScope(services(beans).engine()), new PlatformExecutor(beans)));
        messaging.register(event);
    }

    /** Where there is no server, data sources and connection factories are beans, so they can be looked for only now. */
    void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
        if (!Platform.isServer()) {
            checkDataSources(beans);
            checkOnCommit();
            checks.throwIfAny();
            messagePoints().map(OnCommitPoint::qualifier).forEach(messaging::prepare);
        }
    }

    void end(@Observes BeforeShutdown event) {
        messaging.close();
    }

    private void checkOnCommit() {
        messagePoints()
                .filter(point -> !point.qualifier().connectionFactory().isEmpty())
                .forEach(point -> messaging.problemWith(point).ifPresent(this::report));
        onCommitPoints.stream()
                .filter(point -> point.isForExecutor() && !point.qualifier().equals(OnCommit.Literal.DEFAULT))
                .forEach(point -> report(CdiLog.LOG.executorWithMessaging(point.origin())));
    }

    private Stream<OnCommitPoint> messagePoints() {
        return onCommitPoints.stream().filter(point -> !point.isForExecutor());
    }

    private void checkDataSources(BeanManager beans) {
        config.dataSources().forEach(name -> checks.use(name, "the setting xact.datasources"));
        if (!checks.used().isEmpty()) {
            checks.add(services(beans).problemsOf(checks.used()));
        }
    }

    private XactDefinitions definitions() {
        return Objects.requireNonNull(definitions, "made before discovery");
    }

    private DataSource dataSource(Services found, Instance<Object> instance) {
        InjectionPoint injectionPoint = instance.select(InjectionPoint.class).get();
        String name = DeploymentChecks.guardedName(injectionPoint).orElse(config.dataSource());
        return new InjectedDataSource(found.engine(), found.sources(), name);
    }

    private synchronized Services services(BeanManager beans) {
        Services known = services;
        if (known == null) {
            known = Services.start(beans, config);
            services = known;
        }
        return known;
    }
}

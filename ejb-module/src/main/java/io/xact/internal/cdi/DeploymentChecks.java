// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.Guarded;
import io.xact.Xact;
import io.xact.internal.interceptor.XactDefinitions;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that is wrong with one deployment, gathered while its classes are looked through. Used by the deploying thread. */
final class DeploymentChecks {

    private final List<String> problems = new ArrayList<>();

    /** The data sources that are named in code, each with the first place that does. */
    private final Map<String, String> used = new TreeMap<>();

    /** Looks through a class. Where something is wrong, it goes on without its annotations, so that the rest is seen too. */
    void check(ProcessAnnotatedType<?> event, XactDefinitions definitions) {
        XactTypeChecks checks =
                new XactTypeChecks(definitions, event.getAnnotatedType().getJavaClass());
        checks.sound().forEach(definition -> definition.using().forEach(name -> use(name, definition.origin())));
        if (!checks.problems().isEmpty()) {
            problems.addAll(checks.problems());
            withoutXact(event.configureAnnotatedType());
        }
    }

    private static void withoutXact(AnnotatedTypeConfigurator<?> type) {
        type.remove(Xact.class::isInstance);
        type.methods().forEach(method -> method.remove(Xact.class::isInstance));
    }

    /** Notes the data source that is injected. */
    void check(InjectionPoint injectionPoint) {
        guardedName(injectionPoint)
                .ifPresent(name -> use(name, injectionPoint.getMember().toString()));
    }

    /** The name that {@link Guarded} gives; empty for the default data source, and without the annotation. */
    static Optional<String> guardedName(InjectionPoint injectionPoint) {
        return injectionPoint.getQualifiers().stream()
                .filter(Guarded.class::isInstance)
                .map(qualifier -> ((Guarded) qualifier).value())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /** Notes a data source, and who is the first to name it. */
    void use(String name, String origin) {
        used.putIfAbsent(name, origin);
    }

    /** The data sources that are named in code, each with the first place that does. */
    Map<String, String> used() {
        return used;
    }

    void add(Collection<String> more) {
        problems.addAll(more);
    }

    /** All problems in one exception. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DefinitionException(CdiLog.LOG.problems(Problems.listed(problems)));
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.interceptor;

import io.xact.Xact;
import io.xact.internal.engine.SourceNames;
import io.xact.internal.engine.XactDefinition;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The definitions of one CDI container's intercepted methods, each read once. Thread-safe. A method's annotation replaces
 * its class's, and a class's that of its stereotypes.
 */
public final class XactDefinitions {

    private final BeanManager beans;
    private final SourceNames sources;
    private final Map<Key, XactDefinition> known = new ConcurrentHashMap<>();

    private record Key(Class<?> beanClass, Method method) {}

    /**
     * For one container.
     *
     * @param beans knows stereotypes and interceptor bindings
     * @param sources tells the names that can be used
     */
    public XactDefinitions(BeanManager beans, SourceNames sources) {
        this.beans = Objects.requireNonNull(beans, "beans");
        this.sources = Objects.requireNonNull(sources, "sources");
    }

    /**
     * The definition of a method of a bean.
     *
     * @param beanClass the bean's class, or the container's subclass of it
     * @param method the method that is called
     * @return its definition
     * @throws io.xact.XactDefinitionException if the annotation's members contradict each other, or name what is not there
     */
    public XactDefinition of(Class<?> beanClass, Method method) {
        return known.computeIfAbsent(new Key(beanClass, method), this::checked);
    }

    private XactDefinition checked(Key key) {
        XactDefinition definition = read(key.beanClass(), key.method());
        sources.requireKnown(definition.origin(), definition.using());
        return definition;
    }

    /**
     * Whether an element has the annotation, by itself or by a stereotype or binding.
     *
     * @param element a class or method
     * @return {@code true} if scopes are opened because of it
     */
    public boolean isXact(AnnotatedElement element) {
        return find(annotations(element)).isPresent();
    }

    /**
     * The definition of a method, whatever data sources it names.
     *
     * @param beanClass the bean's class
     * @param method the method
     * @return its definition
     * @throws io.xact.XactDefinitionException if the annotation's members contradict each other
     */
    public XactDefinition read(Class<?> beanClass, Method method) {
        String origin = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        XactDefinition.Builder builder =
                XactDefinition.builder(method.getName(), origin).result(method.getReturnType());
        annotation(beanClass, method)
                .ifPresent(xact -> builder.using(List.of(xact.using()))
                        .savepoint(xact.savepoint())
                        .durable(xact.durable())
                        .requiresNew(xact.requiresNew())
                        .dontRollbackOn(List.of(xact.dontRollbackOn()))
                        .timeout(Duration.ofSeconds(xact.timeoutSeconds()))
                        .retries(xact.retries()));
        return builder.build();
    }

    /** Empty where only the container knows why the method is intercepted: an extension added the annotation. */
    private Optional<Xact> annotation(Class<?> beanClass, Method method) {
        return find(annotations(method))
                .or(() -> Stream.<Class<?>>iterate(
                                beanClass,
                                Objects::nonNull,
                                Class::getSuperclass) // the container's subclass comes first
                        .flatMap(type -> find(annotations(type)).stream())
                        .findFirst());
    }

    private Optional<Xact> find(Collection<Annotation> annotations) {
        Stream<Xact> direct =
                annotations.stream().filter(Xact.class::isInstance).map(Xact.class::cast);
        return direct.findFirst()
                .or(() -> annotations.stream()
                        .flatMap(annotation -> find(meta(annotation.annotationType())).stream())
                        .findFirst());
    }

    /** What a stereotype, or an interceptor binding that stands for others, brings along. */
    private Collection<Annotation> meta(Class<? extends Annotation> type) {
        if (beans.isStereotype(type)) {
            return beans.getStereotypeDefinition(type);
        }
        return beans.isInterceptorBinding(type) ? beans.getInterceptorBindingDefinition(type) : List.of();
    }

    private static Collection<Annotation> annotations(AnnotatedElement element) {
        return Arrays.asList(element.getAnnotations());
    }
}

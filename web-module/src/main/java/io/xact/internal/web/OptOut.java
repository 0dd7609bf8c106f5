// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.web.NonXact;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@link NonXact} says of a handler.
 *
 * @param isWhole whether all of it runs outside
 * @param dataSources the JNDI names of data sources that stay outside, if not all of it does
 */
record OptOut(boolean isWhole, List<String> dataSources) {

    /** It runs in the transaction. */
    static final OptOut NONE = new OptOut(false, List.of());

    OptOut {
        dataSources = List.copyOf(dataSources);
    }

    boolean isNone() {
        return !isWhole && dataSources.isEmpty();
    }

    /** What counts for a class: its own annotation, or the nearest above it. Proxies are subclasses. */
    static OptOut of(Class<?> type) {
        return first(lineage(type));
    }

    /** What counts for a method, when it is called on an object of a class: a method's annotation replaces the class's. */
    static OptOut of(Class<?> type, Method method) {
        return of(type, method.getName(), method.getParameterTypes());
    }

    /** As {@link #of(Class, Method)}; there may be no such method. */
    static OptOut of(Class<?> type, String method, Class<?>... parameters) {
        TypeArguments arguments = new TypeArguments(lineage(type));
        OptOut ofMethod = first(lineage(type)
                .flatMap(declaring -> Stream.of(declaring.getDeclaredMethods()))
                .filter(each -> each.getName().equals(method) && arguments.fit(each, parameters)));
        return ofMethod.isNone() ? of(type) : ofMethod;
    }

    /** Whether a class or one of its methods says anything. */
    static boolean isAnywhere(Class<?> type) {
        return !of(type).isNone()
                || lineage(type)
                        .flatMap(declaring -> Stream.of(declaring.getDeclaredMethods()))
                        .anyMatch(method -> method.isAnnotationPresent(NonXact.class));
    }

    private static OptOut first(Stream<? extends AnnotatedElement> elements) {
        return elements.flatMap(element -> Optional.ofNullable(element.getAnnotation(NonXact.class)).stream())
                .map(annotation -> new OptOut(annotation.value().length == 0, List.of(annotation.value())))
                .findFirst()
                .orElse(NONE);
    }

    /** A class, those above it, and then all of their interfaces. */
    private static Stream<Class<?>> lineage(Class<?> type) {
        return Stream.concat(
                classes(type), classes(type).flatMap(OptOut::interfaces).distinct());
    }

    private static Stream<Class<?>> classes(Class<?> type) {
        return Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        return Stream.of(type.getInterfaces()).flatMap(each -> Stream.concat(Stream.of(each), interfaces(each)));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.XactDefinitionException;
import io.xact.internal.engine.XactDefinition;
import io.xact.internal.interceptor.XactDefinitions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.PostActivate;
import jakarta.ejb.PrePassivate;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundConstruct;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be seen of a class that has {@link io.xact.Xact}: places where no interceptor gets, members that can't be. */
final class XactTypeChecks {

    /** Called by the container, not through it. */
    private static final List<Class<? extends Annotation>> CALLBACKS = List.of(
            PostConstruct.class,
            PreDestroy.class,
            PostActivate.class,
            PrePassivate.class,
            AroundInvoke.class,
            AroundTimeout.class,
            AroundConstruct.class);

    private final XactDefinitions definitions;
    private final Class<?> type;
    private final List<String> problems = new ArrayList<>();
    private final List<XactDefinition> sound = new ArrayList<>();

    XactTypeChecks(XactDefinitions definitions, Class<?> type) {
        this.definitions = definitions;
        this.type = type;
        if (!type.isAnnotationPresent(Interceptor.class) && !type.isAnnotation()) {
            check();
        }
    }

    /** What is wrong, a sentence each. */
    List<String> problems() {
        return problems;
    }

    /** The definitions that contradict nothing. */
    List<XactDefinition> sound() {
        return sound;
    }

    private void check() {
        boolean onClass = definitions.isXact(type);
        List<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString)) // reflection has no order
                .toList();
        List<Method> annotated = methods.stream().filter(definitions::isXact).toList();
        if (onClass || !annotated.isEmpty()) {
            checkType();
        }
        annotated.forEach(this::checkMethod);
        if (onClass) {
            List<Method> others = methods.stream()
                    .filter(method -> !annotated.contains(method) && isBusinessMethod(method))
                    .toList();
            others.stream().filter(XactTypeChecks::isFinal).forEach(method -> problem(method, "final"));
            others.stream()
                    .findFirst()
                    .flatMap(this::definition)
                    .ifPresent(same -> others.forEach(method -> checkTransaction(method, same)));
        }
    }

    private void checkType() {
        if (type.isInterface()) {
            problems.add(CdiLog.LOG.onInterface(type.getName()));
        } else if (Modifier.isFinal(type.getModifiers())) {
            problems.add(CdiLog.LOG.finalClass(type.getName()));
        } else if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            problems.add(CdiLog.LOG.noBean(type.getName(), "an inner class", "Make it static"));
        } else if (!Modifier.isAbstract(type.getModifiers()) && !hasBeanConstructor()) {
            problems.add(CdiLog.LOG.noBean(
                    type.getName(),
                    "a class that the container has no constructor for",
                    "Give it a constructor without parameters, or one with @Inject"));
        }
    }

    private boolean hasBeanConstructor() {
        return Arrays.stream(type.getDeclaredConstructors()).anyMatch(XactTypeChecks::isOfBean);
    }

    private static boolean isOfBean(Constructor<?> constructor) {
        return constructor.getParameterCount() == 0 || constructor.isAnnotationPresent(Inject.class);
    }

    private void checkMethod(Method method) {
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers)) {
            problem(method, "private");
        }
        if (Modifier.isStatic(modifiers)) {
            problem(method, "static");
        }
        if (isFinal(method)) {
            problem(method, "final");
        }
        if (CALLBACKS.stream().anyMatch(method::isAnnotationPresent)) {
            problem(method, "a callback of the container");
        }
        definition(method).ifPresent(definition -> checkTransaction(method, definition));
    }

    private Optional<XactDefinition> definition(Method method) {
        try {
            XactDefinition definition = definitions.read(type, method);
            sound.add(definition);
            return Optional.of(definition);
        } catch (XactDefinitionException e) {
            Stream.concat(Stream.of(e), Arrays.stream(e.getSuppressed()))
                    .map(Throwable::getMessage)
                    .forEach(problems::add);
            return Optional.empty();
        }
    }

    private void checkTransaction(Method method, XactDefinition definition) {
        String members = ContainerTransactions.membersWithoutEffect(type, method, definition);
        if (!members.isEmpty()) {
            problems.add(CdiLog.LOG.alwaysNested(type.getName() + "." + method.getName(), members));
        }
    }

    private void problem(Method method, String what) {
        problems.add(CdiLog.LOG.notIntercepted(type.getName() + "." + method.getName(), what));
    }

    private static boolean isBusinessMethod(Method method) {
        return !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
    }

    private static boolean isFinal(Method method) {
        return Modifier.isFinal(method.getModifiers());
    }
}

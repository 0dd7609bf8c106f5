// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.internal.cdi.XactExtension;
import io.xact.web.NonXact;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at each {@link NonXact} that CDI sees, when the application is deployed. */
public class NonXactExtension implements Extension {

    <T> void check(@Observes @WithAnnotations(NonXact.class) ProcessAnnotatedType<T> event, BeanManager beans) {
        XactExtension deployment = beans.getExtension(XactExtension.class);
        AnnotatedType<T> type = event.getAnnotatedType();
        String name = type.getJavaClass().getSimpleName();
        require(deployment, name, type.getAnnotation(NonXact.class));
        for (AnnotatedMethod<? super T> method : type.getMethods()) {
            check(deployment, name + "." + method.getJavaMember().getName(), method);
        }
    }

    private static void check(XactExtension deployment, String name, AnnotatedMethod<?> method) {
        NonXact annotation = method.getAnnotation(NonXact.class);
        require(deployment, name, annotation);
        if (annotation != null && isLocator(method)) {
            deployment.report(WebLog.LOG.onLocator(name));
        }
    }

    private static void require(XactExtension deployment, String origin, @Nullable NonXact annotation) {
        if (annotation != null) {
            for (String dataSource : annotation.value()) {
                deployment.require(dataSource, origin);
            }
        }
    }

    private static boolean isLocator(AnnotatedMethod<?> method) {
        return method.getAnnotations().stream().anyMatch(annotation -> is(annotation, "jakarta.ws.rs.Path"))
                && method.getAnnotations().stream().noneMatch(NonXactExtension::isHttpMethod);
    }

    private static boolean isHttpMethod(Annotation annotation) {
        return Stream.of(annotation.annotationType().getAnnotations())
                .anyMatch(meta -> is(meta, "jakarta.ws.rs.HttpMethod"));
    }

    /** By name: a server need not have JAX-RS. */
    private static boolean is(Annotation annotation, String type) {
        return annotation.annotationType().getName().equals(type);
    }
}

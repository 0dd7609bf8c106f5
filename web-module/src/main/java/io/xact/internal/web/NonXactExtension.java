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
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
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
        return method.isAnnotationPresent(Path.class)
                && method.getAnnotations().stream()
                        .noneMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}

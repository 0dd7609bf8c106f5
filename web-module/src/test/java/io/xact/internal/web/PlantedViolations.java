// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.internal.cdi.XactExtension;
import io.xact.internal.config.XactConfig;
import io.xact.internal.platform.Undertow;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Breaks the house rules on purpose: the architecture test must see it. */
public final class PlantedViolations {

    private PlantedViolations() {}

    static @Nullable Object invoke(Method method, Object target) throws ReflectiveOperationException {
        return method.invoke(target);
    }

    @SuppressWarnings("SystemOut")
    static void print(Object container) {
        System.out.println(Undertow.isWithoutAsync(container));
    }

    static String names(XactExtension extension, XactConfig config) {
        return extension + " " + config;
    }

    static boolean isResource(Class<?> type) {
        return type.isAnnotationPresent(Path.class);
    }
}

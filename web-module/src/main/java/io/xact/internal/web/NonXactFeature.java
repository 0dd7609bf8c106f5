// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.stream.Stream;

/**
 * Puts a filter before the resource methods that run outside the transaction, and before those of sub-resources, which may have been
 * located by a class that does; the others have nothing of it. JAX-RS finds it as a service (Jakarta RESTful Web Services 3.1, section
 * 4.1.2).
 */
public final class NonXactFeature implements DynamicFeature {

    /** Behind the application's own filters, which are no handlers; before the one by which RESTEasy begins server-sent events. */
    private static final int LAST = Integer.MAX_VALUE - 1;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        OptOut optOut = OptOut.of(resource.getResourceClass(), resource.getResourceMethod());
        if (!optOut.isNone() || isLocated(resource.getResourceClass())) {
            context.register(new NonXactFilter(optOut), LAST);
        }
    }

    /** A root resource has a path of its own. */
    private static boolean isLocated(Class<?> resource) {
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .noneMatch(type -> type.isAnnotationPresent(Path.class));
    }
}

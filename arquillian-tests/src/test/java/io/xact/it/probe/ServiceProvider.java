// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.probe;

import io.xact.Xacts;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Found by {@code META-INF/services/jakarta.ws.rs.ext.Providers}. */
public class ServiceProvider implements ContainerResponseFilter {

    @Inject
    private @Nullable Xacts xacts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(Trace.PROVIDER_SERVICE, Trace.injection(xacts));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.probe;

import io.xact.Xacts;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Found by its annotation. */
@Provider
public class AnnotatedProvider implements ContainerResponseFilter {

    @Inject
    private @Nullable Xacts xacts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(Trace.PROVIDER, Trace.injection(xacts));
    }
}

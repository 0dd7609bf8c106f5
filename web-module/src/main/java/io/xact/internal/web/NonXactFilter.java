// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Takes a resource method out of the transaction, until the servlet that JAX-RS runs in returns. */
final class NonXactFilter implements ContainerRequestFilter {

    private final OptOut ofMethod;

    NonXactFilter(OptOut ofMethod) {
        this.ofMethod = ofMethod;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Object scope =
                request.getProperty(RequestScope.ATTRIBUTE); // in a servlet container that is the request's attribute
        if (scope instanceof RequestScope wrapped) {
            wrapped.leave(ofMethod.isNone() ? ofLocators(request) : ofMethod);
        }
    }

    /** What counts for the resources that have located this one, the nearest first. */
    private static OptOut ofLocators(ContainerRequestContext request) {
        return request.getUriInfo().getMatchedResources().stream()
                .map(resource -> OptOut.of(resource.getClass()))
                .filter(optOut -> !optOut.isNone())
                .findFirst()
                .orElse(OptOut.NONE);
    }
}

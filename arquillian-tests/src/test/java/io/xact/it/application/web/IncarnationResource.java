// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.web;

import io.xact.it.application.Incarnation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells one start of the application from another. */
@Path("incarnation")
@RequestScoped
public class IncarnationResource {

    @Inject
    private Incarnation incarnation;

    @GET
    public String id() {
        return incarnation.id();
    }
}

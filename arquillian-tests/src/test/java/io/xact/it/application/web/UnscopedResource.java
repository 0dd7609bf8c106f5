// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.web;

import io.xact.Xact;
import io.xact.Xacts;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource class without a scope annotation. */
@Path("unscoped")
public class UnscopedResource {

    @Inject
    private Xacts xacts;

    @Xact
    @GET
    public String depth() {
        return Integer.toString(xacts.depth());
    }
}

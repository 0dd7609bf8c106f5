// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging.refused;

import io.xact.web.NonXact;
import jakarta.ws.rs.Path;

/** The annotation where it can't mean anything. */
@Path("locator")
public class LocatorResource {

    @NonXact
    @Path("located")
    public Object locate() {
        return this;
    }
}

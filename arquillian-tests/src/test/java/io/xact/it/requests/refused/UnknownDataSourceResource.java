// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.refused;

import io.xact.web.NonXact;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Leaves out what is not there. */
@Path("unknown")
@NonXact("java:/NoSuchDS")
public class UnknownDataSourceResource {

    @POST
    @NonXact("java:/NoneEitherDS")
    public void nothing() {}
}

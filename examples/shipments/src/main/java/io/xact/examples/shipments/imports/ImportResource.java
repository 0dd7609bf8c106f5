// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import io.xact.examples.shipments.failure.Breakable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** {@code /api/import}. */
@ApplicationScoped
@Path("import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    ImportService imports;

    /**
     * Imports a file.
     *
     * @param file NDJSON, read while it comes in
     * @return what was kept, and what was not
     * @throws IOException if it can't be read to its end
     */
    @POST
    @Breakable
    @Consumes({"application/x-ndjson", MediaType.TEXT_PLAIN})
    public ImportReport read(InputStream file) throws IOException {
        return imports.read(file);
    }
}

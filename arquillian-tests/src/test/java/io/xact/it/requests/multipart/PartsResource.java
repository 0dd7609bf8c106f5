// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.multipart;

import io.xact.it.engine.application.Tables;
import io.xact.it.requests.application.Steps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Inserts a row of each part's name and content, behind one that says so. */
@Path("parts")
@RequestScoped
public class PartsResource {

    @Inject
    private Tables tables;

    @Inject
    private Steps steps;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String insert(List<EntityPart> parts) throws Exception {
        tables.postgresql().insert("begun");
        for (EntityPart part : parts) {
            tables.postgresql().insert(part.getName() + "=" + part.getContent(String.class));
        }
        return steps.transaction();
    }
}

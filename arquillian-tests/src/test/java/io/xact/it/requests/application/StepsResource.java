// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.Xact;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;

/** Does what the request says. */
@Path("steps")
@RequestScoped
public class StepsResource {

    @Inject
    private Steps steps;

    @Context
    @SuppressWarnings("NullAway.Init") // injected
    private HttpServletRequest request;

    @POST
    public Response post() throws Exception {
        return ResourceSteps.take(steps, request);
    }

    @PUT
    public Response put() throws Exception {
        return ResourceSteps.take(steps, request);
    }

    @PATCH
    public Response patch() throws Exception {
        return ResourceSteps.take(steps, request);
    }

    @DELETE
    public Response delete() throws Exception {
        return ResourceSteps.take(steps, request);
    }

    /** In a scope of its own. */
    @POST
    @Path("scoped")
    @Xact
    public Response scoped() throws Exception {
        return ResourceSteps.take(steps, request);
    }

    @POST
    @Path("conflict")
    public void conflict() throws Exception {
        ResourceSteps.take(steps, request);
        throw new WebApplicationException("taken", Response.Status.CONFLICT);
    }

    /** Answers in pieces, and takes its steps between them. */
    @POST
    @Path("streamed")
    public StreamingOutput streamed() {
        return out -> {
            out.write("first ".getBytes(StandardCharsets.UTF_8));
            out.flush();
            try {
                ResourceSteps.take(steps, request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            out.write("second".getBytes(StandardCharsets.UTF_8));
        };
    }
}

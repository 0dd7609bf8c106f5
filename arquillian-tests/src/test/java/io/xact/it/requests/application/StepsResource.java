// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.Xact;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Does what the request says, and answers as JAX-RS does. */
@Path("{filter: steps|small}")
@RequestScoped
public class StepsResource {

    @Inject
    private Steps steps;

    @Context
    @SuppressWarnings("NullAway.Init") // injected
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init") // injected
    private HttpServletResponse response;

    @POST
    public Response post() throws Exception {
        return take();
    }

    @PUT
    public Response put() throws Exception {
        return take();
    }

    @PATCH
    public Response patch() throws Exception {
        return take();
    }

    @DELETE
    public Response delete() throws Exception {
        return take();
    }

    /** In a scope of its own. */
    @POST
    @Path("scoped")
    @Xact
    public Response scoped() throws Exception {
        return take();
    }

    /** Answers in pieces, and takes its steps between them. */
    @POST
    @Path("streamed")
    public StreamingOutput streamed() {
        return out -> {
            out.write("first ".getBytes(StandardCharsets.UTF_8));
            out.flush();
            try {
                take();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
            out.write("second".getBytes(StandardCharsets.UTF_8));
        };
    }

    private Response take() throws Exception {
        return ResourceSteps.take(steps, request, response::flushBuffer);
    }
}

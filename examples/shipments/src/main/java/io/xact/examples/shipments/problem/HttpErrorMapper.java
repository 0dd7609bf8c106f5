// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives JAX-RS's own errors (no such path, method not allowed, media type not supported …) a body like all others. */
@Provider
@Dependent
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException error) {
        Response answer = error.getResponse();
        return Response.fromResponse(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(
                        "HTTP_" + answer.getStatus(), answer.getStatusInfo().getReasonPhrase()))
                .build();
    }
}

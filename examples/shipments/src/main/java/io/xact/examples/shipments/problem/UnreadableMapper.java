// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Answers a caller whose body broke off, if the caller is still there. */
@Provider
@Dependent
public class UnreadableMapper implements ExceptionMapper<IOException> {

    @Override
    public Response toResponse(IOException failure) {
        ProblemCode code = ProblemCode.UNREADABLE;
        return Response.status(code.httpStatus())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(code.name(), "the body could not be read to its end: nothing was kept"))
                .build();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what was wrong with the input. */
@Provider
@Dependent
public class RefusedMapper implements ExceptionMapper<RefusedException> {

    @Override
    public Response toResponse(RefusedException refused) {
        return Response.status(refused.code().httpStatus())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refused.problem())
                .build();
    }
}

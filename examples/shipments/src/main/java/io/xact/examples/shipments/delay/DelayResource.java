// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delay;

import io.xact.examples.shipments.failure.Breakable;
import io.xact.examples.shipments.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/shipments/{id}/delays}. */
@ApplicationScoped
@Path("shipments/{id: [0-9]{1,18}}/delays")
@Produces(MediaType.APPLICATION_JSON)
public class DelayResource {

    @Inject
    DelayService delays;

    /**
     * Stores a delay.
     *
     * @param shipmentId the shipment
     * @param body {@code minutes} and {@code reason}
     * @return 202 with what came of it: the webhooks come later
     */
    @POST
    @Breakable
    @Consumes(MediaType.APPLICATION_JSON)
    public Response report(@PathParam("id") long shipmentId, JsonFields body) {
        return Response.accepted(delays.report(shipmentId, Delay.of(body))).build();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.shipment;

import io.xact.examples.shipments.failure.Breakable;
import io.xact.examples.shipments.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** {@code /api/shipments}. */
@ApplicationScoped
@Path("shipments")
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentResource {

    @Inject
    Shipments shipments;

    /**
     * Stores a shipment.
     *
     * @param body {@code reference} and {@code route}
     * @param uri where it was sent
     * @return 201 with the shipment and its address
     */
    @POST
    @Breakable
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonFields body, @Context UriInfo uri) {
        Shipment created = shipments.create(NewShipment.of(body));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(created.id()))
                        .build())
                .entity(created)
                .build();
    }

    /**
     * One shipment.
     *
     * @param id its id
     * @return the shipment
     */
    @GET
    @Path("{id: [0-9]{1,18}}")
    public Shipment find(@PathParam("id") long id) {
        return shipments.find(id);
    }

    /**
     * A page of shipments.
     *
     * @param limit how many; 500 at most
     * @param offset how many to leave out
     * @return in the order in which they were stored
     */
    @GET
    public List<Shipment> list(
            // text, because JAX-RS takes a query parameter that is not a number for a path that is not there
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("offset") @DefaultValue("0") String offset) {
        return shipments.list(Page.of(limit, offset));
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.subscription;

import io.xact.examples.shipments.failure.Breakable;
import io.xact.examples.shipments.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/subscriptions}. */
@ApplicationScoped
@Path("subscriptions")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionResource {

    @Inject
    Subscriptions subscriptions;

    /**
     * Stores a subscription.
     *
     * @param body {@code url} and {@code minMinutes}
     * @param uri where it was sent
     * @return 201 with the subscription and its address
     */
    @POST
    @Breakable
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonFields body, @Context UriInfo uri) {
        Subscription created = subscriptions.create(NewSubscription.of(body));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(created.id()))
                        .build())
                .entity(created)
                .build();
    }

    /**
     * One subscription.
     *
     * @param id its id
     * @return the subscription
     */
    @GET
    @Path("{id: [0-9]{1,18}}")
    public Subscription find(@PathParam("id") long id) {
        return subscriptions.find(id);
    }
}

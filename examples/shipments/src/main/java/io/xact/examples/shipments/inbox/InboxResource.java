// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.inbox;

import io.xact.examples.shipments.json.JsonFields;
import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /api/inbox/{name}}: a receiver of webhooks to try the example with. Nothing of it is in a transaction. */
@ApplicationScoped
@Path("inbox/{name: [a-z0-9-]{1,32}}")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {

    private static final int MAX_BODY = 4096;
    private static final int MAX_ID = 64;

    @Inject
    Inboxes inboxes;

    /**
     * Takes a webhook.
     *
     * @param name the inbox
     * @param deliveryId by which a duplicate is known
     * @param body what it says
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void receive(
            @PathParam("name") String name,
            @HeaderParam("X-Delivery-Id") @Nullable String deliveryId,
            JsonFields body) {
        if (body.object().toString().length() > MAX_BODY) {
            throw new RefusedException(ProblemCode.TOO_LONG, "an inbox takes " + MAX_BODY + " characters");
        }
        if (deliveryId != null && deliveryId.length() > MAX_ID) {
            throw new RefusedException(ProblemCode.TOO_LONG, "X-Delivery-Id may have " + MAX_ID + " characters");
        }
        inboxes.add(name, new InboxMessage(deliveryId, Instant.now(), body.object()));
    }

    /**
     * Shows what came in.
     *
     * @param name the inbox
     * @return the last messages; none for a name that is not known
     */
    @GET
    public InboxContent show(@PathParam("name") String name) {
        return inboxes.content(name);
    }
}

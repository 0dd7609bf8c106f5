// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import io.xact.Xacts;
import io.xact.examples.shipments.failure.FailureInjection;
import io.xact.examples.shipments.subscription.Subscription;
import io.xact.examples.shipments.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Queues an alert's deliveries, each in a nested scope of its own, inside the caller's. Thread-safe. */
@ApplicationScoped
public class Dispatch {

    @Inject
    Xacts xacts;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryQueue queue;

    @Inject
    WebhookPolicy policy;

    @Inject
    FailureInjection failures;

    /**
     * Queues the deliveries. Who can't be served loses only the own scope: no row, no message.
     *
     * @param alertId the alert
     * @param minutes its delay, which decides who is told
     * @return how many are queued, and who is not served
     */
    public Dispatched toSubscribers(long alertId, int minutes) {
        int queued = 0;
        List<Unserved> unserved = new ArrayList<>();
        for (Subscription subscription : subscriptions.wanting(minutes)) {
            try {
                xacts.with().named("subscription " + subscription.id()).run(() -> serve(alertId, subscription));
                queued++;
            } catch (UndeliverableException e) {
                unserved.add(new Unserved(subscription.id(), e.reason()));
            }
        }
        return new Dispatched(queued, unserved);
    }

    /** The row comes first, so that there is something to undo. */
    private void serve(long alertId, Subscription subscription) throws UndeliverableException {
        long deliveryId = deliveries.add(alertId, subscription.id());
        policy.check(subscription.url());
        queue.send(deliveryId);
        if (failures.strikesNested()) {
            throw new UndeliverableException(RejectReason.INJECTED_FAILURE);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delay;

import io.xact.Xact;
import io.xact.examples.shipments.delivery.Dispatch;
import io.xact.examples.shipments.delivery.Dispatched;
import io.xact.examples.shipments.failure.FailureInjection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A delay that is reported by hand: one transaction, a nested scope for each subscriber. Thread-safe. */
@ApplicationScoped
public class DelayService {

    @Inject
    Alerts alerts;

    @Inject
    Dispatch dispatch;

    @Inject
    FailureInjection failures;

    /**
     * Stores a delay and queues its deliveries.
     *
     * @param shipmentId the shipment
     * @param delay what happened to it
     * @return what came of it
     */
    @Xact
    public DelayReport report(long shipmentId, Delay delay) {
        long alertId = alerts.raise(shipmentId, delay);
        Dispatched dispatched = dispatch.toSubscribers(alertId, delay.minutes());
        failures.atEnd();
        return new DelayReport(alertId, dispatched.queued(), dispatched.unserved());
    }
}

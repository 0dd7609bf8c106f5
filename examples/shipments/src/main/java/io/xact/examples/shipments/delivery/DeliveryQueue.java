// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import io.xact.OnCommit;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;

/** Sends the ids of deliveries to the worker, with the commit. Thread-safe. */
@ApplicationScoped
public class DeliveryQueue {

    @Inject
    @OnCommit
    JMSProducer producer;

    @Resource(lookup = "java:/jms/queue/deliveries")
    @SuppressWarnings("NullAway.Init") // injected
    Queue deliveries;

    /**
     * Sends an id if, and only if, the row is committed: the message is dropped with the current scope, and a broker that
     * doesn't take it undoes the whole transaction.
     *
     * @param deliveryId a row of this transaction
     */
    public void send(long deliveryId) {
        producer.send(deliveries, Long.toString(deliveryId));
    }
}

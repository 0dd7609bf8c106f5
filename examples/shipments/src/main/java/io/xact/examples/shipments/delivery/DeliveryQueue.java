// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import io.xact.Xacts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;

/** Sends the ids of deliveries to the worker, after the commit. Thread-safe. */
@ApplicationScoped
public class DeliveryQueue {

    private static final String BATCH = DeliveryQueue.class.getName();

    @Inject
    Xacts xacts;

    @Resource
    @SuppressWarnings("NullAway.Init") // injected
    TransactionSynchronizationRegistry registry;

    @Resource(lookup = "java:/JmsXA")
    @SuppressWarnings("NullAway.Init") // injected
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/deliveries")
    @SuppressWarnings("NullAway.Init") // injected
    Queue deliveries;

    /**
     * Sends an id when the transaction is committed, unless the current scope is rolled back. A message that can't be sent
     * then is logged, not raised: the data is committed, and what stays pending is queued again.
     *
     * @param deliveryId a row of this transaction
     */
    public void send(long deliveryId) {
        xacts.requireActive();
        Batch batch = batch();
        batch.add(deliveryId);
        xacts.onRollback(() -> batch.remove(deliveryId));
        xacts.onCommitRobust(() -> sendAll(batch.take()));
    }

    /** One for a transaction: the first hook that runs sends for all of them. */
    private Batch batch() {
        if (registry.getResource(BATCH) instanceof Batch batch) {
            return batch;
        }
        Batch batch = new Batch();
        registry.putResource(BATCH, batch);
        return batch;
    }

    /** In a transaction of the broker alone: all or none, and one write of its journal instead of one for each message. */
    private void sendAll(Set<Long> deliveryIds) {
        if (!deliveryIds.isEmpty()) {
            xacts.with().named("send deliveries").run(() -> {
                try (JMSContext context = connections.createContext()) {
                    JMSProducer producer = context.createProducer();
                    deliveryIds.forEach(id -> producer.send(deliveries, Long.toString(id)));
                }
            });
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Takes a delivery's id, posts the webhook outside any transaction, and records the outcome in one. The message is
 * acknowledged after that: a crash in between means a second webhook with the same id, never none.
 *
 * <p>The delivery's row is there when its message comes, because databases are committed before the broker. It may not be
 * after a crash, if recovery reaches the broker before the database; then the message comes again. And where a database has
 * lost what it had committed, the broker puts the message aside in the end.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/deliveries"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "5")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryWorker implements MessageListener {

    @Inject
    Deliveries deliveries;

    @Inject
    Webhook webhook;

    @Override
    public void onMessage(Message message) {
        long id = idIn(message);
        Delivery delivery =
                deliveries.find(id).orElseThrow(() -> new DeliveryNotDoneException("Delivery " + id + " has no row"));
        if (delivery.status() != DeliveryStatus.PENDING) {
            return; // a second message for it
        }
        if (deliveries.record(id, webhook.post(delivery)) == DeliveryStatus.PENDING) {
            throw new DeliveryNotDoneException("Delivery " + id + " is to be tried again");
        }
    }

    private static long idIn(Message message) {
        try {
            return Long.parseLong(message.getBody(String.class));
        } catch (JMSException | NumberFormatException e) {
            DeliveryNotDoneException unreadable = new DeliveryNotDoneException("A message holds no delivery id");
            unreadable.addSuppressed(e);
            throw unreadable;
        }
    }
}

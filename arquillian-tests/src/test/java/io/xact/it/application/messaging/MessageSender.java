// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.messaging;

import io.xact.OnCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Destination;
import jakarta.jms.JMSProducer;

/** Sends with the commit. */
@ApplicationScoped
public class MessageSender {

    @Inject
    @OnCommit
    private JMSProducer producer;

    void send(Destination destination, String text) {
        producer.send(destination, text);
    }
}

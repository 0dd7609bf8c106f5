// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import io.xact.OnCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;

/** One producer for all threads, and a context. */
@ApplicationScoped
public class Outbox {

    @Inject
    @OnCommit
    private JMSProducer producer;

    @Inject
    @OnCommit
    private JMSContext context;

    @Inject
    private Mailbox mailbox;

    JMSProducer producer() {
        return producer;
    }

    JMSContext context() {
        return context;
    }

    void send(String text) {
        producer.send(mailbox.queue(), text);
    }
}

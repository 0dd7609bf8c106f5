// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.markable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import org.jspecify.annotations.Nullable;

/** A queue, sent to by hand in the thread's transaction. */
@ApplicationScoped
public class Messages {

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory enlisting;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory plain;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/jms/queue/ExpiryQueue")
    private Queue queue;

    void send(String text) {
        try (JMSContext context = enlisting.createContext()) {
            context.createProducer().send(queue, text);
        }
    }

    /** The next message, in no transaction; {@code null} if there is none. */
    @Nullable String receive() {
        try (JMSContext context = plain.createContext();
                JMSConsumer consumer = context.createConsumer(queue)) {
            return consumer.receiveBodyNoWait(String.class);
        }
    }

    /** Takes messages as they come, in no transaction, until that many were there. */
    void receive(int count, Receiver receiver) throws Exception {
        try (JMSContext context = plain.createContext();
                JMSConsumer consumer = context.createConsumer(queue)) {
            for (int i = 0; i < count; i++) {
                receiver.receive(consumer.receiveBody(String.class, 10_000));
            }
        }
    }

    /** Is given a message. */
    @FunctionalInterface
    interface Receiver {

        void receive(@Nullable String text) throws Exception;
    }
}

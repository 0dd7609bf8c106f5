// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A queue that only one test uses, seen from outside any transaction. */
public final class Inbox {

    private final ConnectionFactory outside;
    private final Queue queue;

    /** A new queue of a broker. */
    public Inbox(ConnectionFactory outside) {
        this(outside, "inbox-" + UUID.randomUUID());
    }

    /** A queue of a broker. */
    public Inbox(ConnectionFactory outside, String name) {
        this.outside = outside;
        try (JMSContext context = outside.createContext()) {
            this.queue = context.createQueue(name);
        }
    }

    public Queue queue() {
        return queue;
    }

    /** Takes out what is there now. */
    public List<Message> take() {
        try (JMSContext context = outside.createContext();
                JMSConsumer consumer = context.createConsumer(queue)) {
            List<Message> messages = new ArrayList<>();
            for (Message next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
                messages.add(next);
            }
            return messages;
        }
    }

    /** The texts of what is there now, which is taken out. */
    public List<String> texts() {
        return take().stream().map(Inbox::textOf).toList();
    }

    /** Takes out the only message that is there. */
    public Message only() {
        List<Message> all = take();
        if (all.size() != 1) {
            throw new AssertionError("one message was expected, and there are " + all);
        }
        return all.get(0);
    }

    private static String textOf(Message message) {
        try {
            return message.getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}

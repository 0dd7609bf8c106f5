// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A queue that cases send to, and what is in it. It is looked at by sessions that are in no transaction. */
@ApplicationScoped
public class Mailbox {

    static final String NAME = "java:global/jms/mailbox";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String END = "end";

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory connections;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = NAME)
    private Queue queue;

    Queue queue() {
        return queue;
    }

    /** Sends a message at once, by nothing of xact's. */
    void sendDirectly(Queue to, String text) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(to, text);
        }
    }

    /** Takes out all messages that are there. One of the lowest priority is sent behind them: nobody has to wait for what doesn't come. */
    List<Message> take() throws JMSException {
        String end = UUID.randomUUID().toString();
        List<Message> taken = new ArrayList<>();
        try (JMSContext context = connections.createContext();
                JMSConsumer consumer = context.createConsumer(queue)) {
            context.createProducer().setPriority(0).setProperty(END, end).send(queue, "");
            Message next = receive(consumer);
            while (!end.equals(next.getStringProperty(END))) {
                taken.add(next);
                next = receive(consumer);
            }
            return taken;
        }
    }

    /** Takes out what is there of a queue that takes no more. */
    void empty(Queue full) {
        try (JMSContext context = connections.createContext();
                JMSConsumer consumer = context.createConsumer(full)) {
            Message next = consumer.receive(LIMIT.toMillis());
            while (next != null) {
                next = consumer.receiveNoWait();
            }
        }
    }

    /** How many messages are there. */
    int count() throws JMSException {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(queue)) {
            return MessageContent.names(browser.getEnumeration()).size();
        }
    }

    /** Waits for a message, and takes it out. */
    Message await() {
        try (JMSContext context = connections.createContext();
                JMSConsumer consumer = context.createConsumer(queue)) {
            return receive(consumer);
        }
    }

    private static Message receive(JMSConsumer consumer) {
        Message message = consumer.receive(LIMIT.toMillis());
        if (message == null) {
            throw new AssertionError("No message within " + LIMIT);
        }
        return message;
    }

    /** Takes out all messages that are there, and gives their texts. */
    List<String> takeTexts() throws JMSException {
        List<String> texts = new ArrayList<>();
        for (Message message : take()) {
            texts.add(message.getBody(String.class));
        }
        return texts;
    }
}

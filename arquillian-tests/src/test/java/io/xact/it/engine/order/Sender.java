// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.OnCommit;
import io.xact.it.engine.application.Database;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Sends messages to {@link LookingBean}: each is a row's name, and tells where the row is. */
@ApplicationScoped
public class Sender {

    static final String WHERE = "row_in";

    @Inject
    @OnCommit
    private JMSProducer held;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = LookingBean.QUEUE)
    private Queue queue;

    /** Gives the message's identifier; {@code none} if it has none. */
    String send(Sending by, String name, Database... where) {
        return switch (by) {
            case HELD -> String.valueOf(send(held, name, where).getStringProperty("xact_id"));
            case PLAIN -> sendPlain(name, where);
        };
    }

    private String sendPlain(String name, Database... where) {
        try (JMSContext context = connections.createContext()) {
            send(context.createProducer(), name, where);
            return Receipts.NO_ID;
        }
    }

    private JMSProducer send(JMSProducer producer, String name, Database... where) {
        String names = Arrays.stream(where).map(Database::name).collect(Collectors.joining(","));
        return producer.setProperty(WHERE, names).send(queue, name);
    }
}

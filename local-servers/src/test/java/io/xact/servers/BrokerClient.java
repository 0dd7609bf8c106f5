// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.XAJMSContext;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A client of a broker, which connects anew for each thing it does. */
record BrokerClient(String url) {

    private static final long PATIENCE_MILLIS = 10_000;

    /** Sends a durable message; when this returns, the broker has it. */
    void send(String queue, String text) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext()) {
            context.createProducer().send(context.createQueue(queue), text);
        }
    }

    /** Takes the next message off a queue, waiting for it; null if none comes. */
    @Nullable String receive(String queue) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext()) {
            return context.createConsumer(context.createQueue(queue)).receiveBody(String.class, PATIENCE_MILLIS);
        }
    }

    /** Takes the next message off a queue a number of times, and each time rolls that back. */
    void refuse(String queue, int times) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            for (int i = 0; i < times; i++) {
                if (consumer.receive(PATIENCE_MILLIS) == null) {
                    throw new AssertionError("nothing came the " + (i + 1) + "th time");
                }
                context.rollback();
            }
        }
    }

    /** Sends a message in a branch, prepares that, and then does something else before it disconnects. */
    void prepare(Xid branch, String queue, String text, Runnable afterwards) throws XAException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                XAJMSContext context = factory.createXAContext()) {
            XAResource resource = context.getXAResource();
            resource.start(branch, XAResource.TMNOFLAGS);
            context.createProducer().send(context.createQueue(queue), text);
            resource.end(branch, XAResource.TMSUCCESS);
            resource.prepare(branch);
            afterwards.run();
        }
    }

    /** Returns the branches that are prepared, and commits them. */
    List<Xid> recover() throws XAException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                XAJMSContext context = factory.createXAContext()) {
            XAResource resource = context.getXAResource();
            List<Xid> prepared = List.of(resource.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN));
            for (Xid branch : prepared) {
                resource.commit(branch, false);
            }
            return prepared;
        }
    }
}

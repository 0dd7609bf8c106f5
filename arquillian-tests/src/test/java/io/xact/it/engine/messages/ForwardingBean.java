// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import io.xact.OnCommit;
import io.xact.it.engine.application.Tables;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.sql.SQLException;

/** Inserts a row and forwards, in the container's transaction, which the message was received in too. */
@JMSDestinationDefinition(
        name = ForwardingBean.QUEUE,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "forwarding")
@JMSDestinationDefinition(name = Mailbox.NAME, interfaceName = "jakarta.jms.Queue", destinationName = "mailbox")
@JMSDestinationDefinition(name = BrokerCases.FULL, interfaceName = "jakarta.jms.Queue", destinationName = "full")
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = ForwardingBean.QUEUE))
public class ForwardingBean implements MessageListener {

    static final String QUEUE = "java:global/jms/forwarding";

    /** What is in the names of messages that fail when they come first. */
    static final String FAILING = "failing";

    @Inject
    private Tables tables;

    @Inject
    private Mailbox mailbox;

    @Inject
    @OnCommit
    private JMSProducer producer;

    @Override
    public void onMessage(Message message) {
        try {
            String name = message.getBody(String.class);
            producer.send(mailbox.queue(), name);
            tables.postgresql().insert(name);
            if (name.contains(FAILING) && !message.getJMSRedelivered()) {
                throw new IllegalStateException("as the case wants it");
            }
        } catch (JMSException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

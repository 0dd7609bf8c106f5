// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.order.Receipts.Receipt;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.sql.SQLException;
import java.util.Objects;

/** Looks for a message's row the moment that the message comes, in no transaction. */
@JMSDestinationDefinition(name = LookingBean.QUEUE, interfaceName = "jakarta.jms.Queue", destinationName = "looking")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = LookingBean.QUEUE))
public class LookingBean implements MessageListener {

    static final String QUEUE = "java:global/jms/looking";

    @Inject
    private Tables tables;

    @Inject
    private Receipts receipts;

    @Override
    public void onMessage(Message message) {
        try {
            String name = message.getBody(String.class);
            boolean seen = isSeen(name, message.getStringProperty(Sender.WHERE));
            String id = Objects.requireNonNullElse(message.getStringProperty("xact_id"), Receipts.NO_ID);
            receipts.add(new Receipt(name, id, seen));
        } catch (JMSException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isSeen(String name, String where) throws SQLException {
        for (String database : where.split(",", -1)) {
            if (!tables.in(Database.valueOf(database)).hasCommitted(name)) {
                return false;
            }
        }
        return true;
    }
}

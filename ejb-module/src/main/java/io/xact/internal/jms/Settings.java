// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.CompletionListener;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a producer adds to the messages that it sends. Not thread-safe. */
final class Settings {

    /** What a provider says of a message that was received (Jakarta Messaging 3.1, section 3.5.9): it isn't true of one that is sent. */
    private static final Set<String> OF_RECEIVED = Set.of(
            "JMSXDeliveryCount",
            "JMSXRcvTimestamp",
            "JMSXState",
            "JMSXProducerTXID",
            "JMSXConsumerTXID",
            "JMSXUserID",
            "JMSXAppID");

    int deliveryMode = DeliveryMode.PERSISTENT;
    int priority = Message.DEFAULT_PRIORITY;
    long timeToLive = Message.DEFAULT_TIME_TO_LIVE;
    long deliveryDelay = Message.DEFAULT_DELIVERY_DELAY;
    boolean disableMessageId;
    boolean disableMessageTimestamp;

    @Nullable Destination replyTo;

    @Nullable String correlationId;

    byte @Nullable [] correlationIdAsBytes;

    @Nullable String type;

    @Nullable CompletionListener async;

    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();

    /** The properties that were set, by name. */
    Map<String, @Nullable Object> properties() {
        return properties;
    }

    /** The same, from now on on its own. */
    Settings copy() {
        Settings copy = new Settings();
        copy.deliveryMode = deliveryMode;
        copy.priority = priority;
        copy.timeToLive = timeToLive;
        copy.deliveryDelay = deliveryDelay;
        copy.disableMessageId = disableMessageId;
        copy.disableMessageTimestamp = disableMessageTimestamp;
        copy.replyTo = replyTo;
        copy.correlationId = correlationId;
        copy.correlationIdAsBytes = correlationIdAsBytes;
        copy.type = type;
        copy.async = async;
        copy.properties.putAll(properties);
        return copy;
    }

    /** Takes from a message what was not set here: a producer's own settings win. */
    void fillFrom(Message message) throws JMSException {
        if (replyTo == null) {
            replyTo = message.getJMSReplyTo();
        }
        if (correlationId == null && correlationIdAsBytes == null) {
            correlationId = message.getJMSCorrelationID();
        }
        if (type == null) {
            type = message.getJMSType();
        }
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            if (!OF_RECEIVED.contains(name) && !properties.containsKey(name)) {
                properties.put(Values.requireName(name), Values.requireProperty(name, message.getObjectProperty(name)));
            }
        }
    }

    /** Gives a message its headers and properties. */
    void applyTo(Message message) throws JMSException {
        if (correlationIdAsBytes != null) {
            message.setJMSCorrelationIDAsBytes(correlationIdAsBytes);
        }
        if (correlationId != null) {
            message.setJMSCorrelationID(correlationId);
        }
        message.setJMSReplyTo(replyTo);
        message.setJMSType(type);
        for (Map.Entry<String, @Nullable Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }

    /** How many bytes headers and properties take. */
    long bytes() {
        return Values.bytes(correlationId == null ? "" : correlationId)
                + (correlationIdAsBytes == null ? 0 : correlationIdAsBytes.length)
                + Values.bytes(type == null ? "" : type)
                + properties.entrySet().stream()
                        .mapToLong(property -> Values.bytes(property.getKey()) + Values.bytes(property.getValue()))
                        .sum();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.CompletionListener;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A producer whose messages follow the scopes. What belongs to whom among its settings, its kinds decide. */
abstract class HeldProducer implements JMSProducer {

    private final Outlet outlet;

    HeldProducer(Outlet outlet) {
        this.outlet = outlet;
    }

    final Outlet outlet() {
        return outlet;
    }

    /** The settings that a call is about. */
    abstract Settings settings();

    /** A message is about to be taken, with the settings of before: from now on others may be meant. */
    abstract void sending();

    @Override
    public JMSProducer send(Destination destination, @Nullable Message message) {
        if (message == null) {
            throw JmsLog.LOG.messageMissing();
        }
        Settings filled = settings().copy();
        try {
            MessageBody body = MessageBody.of(message);
            filled.fillFrom(message);
            return send(destination, body, filled, message);
        } catch (JMSException e) {
            throw RuntimeExceptions.of(JmsLog.LOG.notTaken(String.valueOf(destination)), e);
        }
    }

    @Override
    public JMSProducer send(Destination destination, @Nullable String body) {
        return send(destination, new MessageBody.Text(body));
    }

    @Override
    public JMSProducer send(Destination destination, @Nullable Map<String, Object> body) {
        return send(destination, new MessageBody.Entries(body == null ? Map.of() : body));
    }

    @Override
    public JMSProducer send(Destination destination, byte @Nullable [] body) {
        return send(destination, new MessageBody.Bytes(body == null ? new byte[0] : body));
    }

    @Override
    public JMSProducer send(Destination destination, @Nullable Serializable body) {
        return send(destination, MessageBody.Serialized.of(body));
    }

    private JMSProducer send(Destination destination, MessageBody body) {
        Settings settings = settings();
        return send(destination, body, settings, settings.async == null ? null : outlet.create(body::in));
    }

    private JMSProducer send(
            @Nullable Destination destination, MessageBody body, Settings settings, @Nullable Message original) {
        sending();
        if (destination == null) {
            throw JmsLog.LOG.destinationMissing();
        }
        HeldMessage message = new HeldMessage(destination, body, settings, original);
        outlet.take(message);
        settings().properties().put(HeldMessage.ID, message.id());
        return this;
    }

    @Override
    public JMSProducer setDisableMessageID(boolean value) {
        settings().disableMessageId = value;
        return this;
    }

    @Override
    public boolean getDisableMessageID() {
        return settings().disableMessageId;
    }

    @Override
    public JMSProducer setDisableMessageTimestamp(boolean value) {
        settings().disableMessageTimestamp = value;
        return this;
    }

    @Override
    public boolean getDisableMessageTimestamp() {
        return settings().disableMessageTimestamp;
    }

    @Override
    public JMSProducer setDeliveryMode(int deliveryMode) {
        require("delivery mode", deliveryMode, DeliveryMode.NON_PERSISTENT, DeliveryMode.PERSISTENT);
        settings().deliveryMode = deliveryMode;
        return this;
    }

    @Override
    public int getDeliveryMode() {
        return settings().deliveryMode;
    }

    @Override
    public JMSProducer setPriority(int priority) {
        require("priority", priority, 0, 9);
        settings().priority = priority;
        return this;
    }

    @Override
    public int getPriority() {
        return settings().priority;
    }

    @Override
    public JMSProducer setTimeToLive(long timeToLive) {
        require("time to live", timeToLive, 0, Long.MAX_VALUE);
        settings().timeToLive = timeToLive;
        return this;
    }

    @Override
    public long getTimeToLive() {
        return settings().timeToLive;
    }

    @Override
    public JMSProducer setDeliveryDelay(long deliveryDelay) {
        require("delivery delay", deliveryDelay, 0, Long.MAX_VALUE);
        settings().deliveryDelay = deliveryDelay;
        return this;
    }

    @Override
    public long getDeliveryDelay() {
        return settings().deliveryDelay;
    }

    private static void require(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw JmsLog.LOG.outOfRange(what, value, least, most);
        }
    }

    @Override
    public JMSProducer setAsync(@Nullable CompletionListener completionListener) {
        settings().async = completionListener;
        return this;
    }

    @Override
    public @Nullable CompletionListener getAsync() {
        return settings().async;
    }

    @Override
    public JMSProducer setProperty(String name, boolean value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, byte value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, short value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, int value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, long value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, float value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, double value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, @Nullable String value) {
        return put(name, value);
    }

    @Override
    public JMSProducer setProperty(String name, @Nullable Object value) {
        return put(name, value);
    }

    private JMSProducer put(String name, @Nullable Object value) {
        Object checked = Values.requireProperty(name, value);
        settings().properties().put(Values.requireName(name), checked);
        return this;
    }

    @Override
    public JMSProducer clearProperties() {
        settings().properties().clear();
        return this;
    }

    @Override
    public boolean propertyExists(String name) {
        return settings().properties().containsKey(name);
    }

    @Override
    public boolean getBooleanProperty(String name) {
        return Values.toBoolean(name, getObjectProperty(name));
    }

    @Override
    public byte getByteProperty(String name) {
        return Values.toByte(name, getObjectProperty(name));
    }

    @Override
    public short getShortProperty(String name) {
        return Values.toShort(name, getObjectProperty(name));
    }

    @Override
    public int getIntProperty(String name) {
        return Values.toInt(name, getObjectProperty(name));
    }

    @Override
    public long getLongProperty(String name) {
        return Values.toLong(name, getObjectProperty(name));
    }

    @Override
    public float getFloatProperty(String name) {
        return Values.toFloat(name, getObjectProperty(name));
    }

    @Override
    public double getDoubleProperty(String name) {
        return Values.toDouble(name, getObjectProperty(name));
    }

    @Override
    public @Nullable String getStringProperty(String name) {
        return Values.toText(getObjectProperty(name));
    }

    @Override
    public @Nullable Object getObjectProperty(String name) {
        return settings().properties().get(name);
    }

    @Override
    public Set<String> getPropertyNames() {
        return Collections.unmodifiableSet(settings().properties().keySet());
    }

    @Override
    public JMSProducer setJMSCorrelationIDAsBytes(byte @Nullable [] correlationID) {
        settings().correlationIdAsBytes = correlationID == null ? null : correlationID.clone();
        return this;
    }

    @Override
    public byte @Nullable [] getJMSCorrelationIDAsBytes() {
        byte[] bytes = settings().correlationIdAsBytes;
        return bytes == null ? null : bytes.clone();
    }

    @Override
    public JMSProducer setJMSCorrelationID(@Nullable String correlationID) {
        settings().correlationId = correlationID;
        return this;
    }

    @Override
    public @Nullable String getJMSCorrelationID() {
        return settings().correlationId;
    }

    @Override
    public JMSProducer setJMSType(@Nullable String type) {
        settings().type = type;
        return this;
    }

    @Override
    public @Nullable String getJMSType() {
        return settings().type;
    }

    @Override
    public JMSProducer setJMSReplyTo(@Nullable Destination replyTo) {
        settings().replyTo = replyTo;
        return this;
    }

    @Override
    public @Nullable Destination getJMSReplyTo() {
        return settings().replyTo;
    }
}

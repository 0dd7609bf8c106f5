// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.CompletionListener;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A message as it was when it was taken. Nobody changes it afterwards. */
final class HeldMessage {

    /** The string property that tells a message's identifier. */
    static final String ID = "xact_id";

    private final String id = UUID.randomUUID().toString();
    private final long takenAt = System.nanoTime();
    private final Destination destination;
    private final MessageBody body;
    private final Settings settings;
    private final @Nullable Message original;

    /**
     * Takes a message.
     *
     * @param destination where to
     * @param body what it says
     * @param settings a producer's; copied
     * @param original what its completion listener is to be told of; {@code null} if it has none
     */
    HeldMessage(Destination destination, MessageBody body, Settings settings, @Nullable Message original) {
        this.destination = destination;
        this.body = body;
        this.settings = settings.copy();
        this.settings.properties().put(ID, id);
        this.original = original;
    }

    String id() {
        return id;
    }

    Destination destination() {
        return destination;
    }

    long bytes() {
        return body.bytes() + settings.bytes();
    }

    /** Sends it by a producer without a destination of its own. What is left of its time counts from when it was taken. */
    HeldMessage sentBy(Session session, MessageProducer producer) throws JMSException {
        Message message = body.in(session);
        settings.applyTo(message);
        producer.setDisableMessageID(settings.disableMessageId);
        producer.setDisableMessageTimestamp(settings.disableMessageTimestamp);
        producer.setDeliveryDelay(Math.max(0, settings.deliveryDelay - age()));
        producer.send(destination, message, settings.deliveryMode, settings.priority, timeToLive());
        return this;
    }

    /** Zero would be for ever: what has expired gets the shortest time, and its broker deals with it. */
    private long timeToLive() {
        return settings.timeToLive == 0 ? 0 : Math.max(1, settings.timeToLive - age());
    }

    private long age() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - takenAt);
    }

    boolean hasListener() {
        return settings.async != null;
    }

    /** Tells the listener, if there is one. */
    void tellSent() {
        tell(listener -> listener.onCompletion(Objects.requireNonNull(original, "of a listener")));
    }

    /** As {@link #tellSent}. */
    void tellNotSent(Exception reason) {
        tell(listener -> listener.onException(Objects.requireNonNull(original, "of a listener"), reason));
    }

    private void tell(Consumer<CompletionListener> news) {
        if (settings.async != null) {
            try {
                news.accept(settings.async);
            } catch (RuntimeException e) {
                JmsLog.LOG.listenerFailed(id, e);
            }
        }
    }

    @Override
    public String toString() {
        return id + " to " + destination;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Only;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;

/** What is sent is what comes. */
@ApplicationScoped
public class ContentCases implements Cases {

    private static final Duration HELD_FOR = Duration.ofMillis(200);

    private static final Duration ROUNDING = Duration.ofMillis(20);

    @Inject
    private Xacts xacts;

    @Inject
    private Outbox outbox;

    @Inject
    private Mailbox mailbox;

    /** Sends something in a transaction that does something else too. */
    private interface Sending {
        void by(JMSProducer producer) throws JMSException;
    }

    private Message sent(Table items, Sending sending) throws Exception {
        xacts.run(() -> {
            sending.by(outbox.producer());
            items.insert("row");
        });
        return mailbox.await();
    }

    @Only(Database.POSTGRESQL)
    @DisplayName(
            "N10 properties of all types, priority, delivery mode, reply-to, correlation id and type come as they were set")
    public void headers(Table items) throws Exception {
        Map<String, Object> properties = new LinkedHashMap<>();
        Message message = sent(items, producer -> {
            properties.putAll(Map.of(
                    "a", true, "b", (byte) 1, "c", (short) 2, "d", 3, "e", 4L, "f", 0.5F, "g", 0.25, "h", "text"));
            properties.forEach(producer::setProperty);
            producer.setPriority(7)
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setJMSReplyTo(mailbox.queue())
                    .setJMSCorrelationID("correlation")
                    .setJMSType("type")
                    .send(mailbox.queue(), "text");
            properties.put("xact_id", producer.getStringProperty("xact_id"));
        });

        assertThat(MessageContent.properties(message)).isEqualTo(properties);
        assertThat(message.getJMSPriority()).isEqualTo(7);
        assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
        assertThat(message.getJMSReplyTo()).isEqualTo(mailbox.queue());
        assertThat(message.getJMSCorrelationID()).isEqualTo("correlation");
        assertThat(message.getJMSType()).isEqualTo("type");
        assertThat(message.getJMSMessageID()).startsWith("ID:");
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("N9 N10 bodies of all kinds come as they were at the call")
    public void bodies(Table items) throws Exception {
        List<Message> changed = new ArrayList<>();
        xacts.run(() -> {
            items.insert("row");
            for (Message message : messages()) {
                outbox.producer().send(mailbox.queue(), message);
                changed.add(message);
            }
            for (Message message : changed) {
                message.clearBody();
                message.clearProperties();
            }
        });

        List<Message> came = mailbox.take();
        assertThat(came).hasSize(6);
        assertThat(MessageContent.body(came.get(0))).isEqualTo("text");
        assertThat(MessageContent.body(came.get(1))).isEqualTo(new byte[] {1, 2});
        assertThat(MessageContent.body(came.get(2))).isEqualTo(Map.of("number", 1, "text", "entry"));
        assertThat(MessageContent.body(came.get(3))).isEqualTo(List.of("stream", 1L, true));
        assertThat(MessageContent.body(came.get(4))).isEqualTo(new ArrayList<>(List.of("object")));
        assertThat(MessageContent.body(came.get(5))).isNull();
        for (Message message : came) {
            assertThat(message.getStringProperty("kind")).isEqualTo("by message");
        }
    }

    private List<Message> messages() throws JMSException {
        TextMessage text = outbox.context().createTextMessage("text");
        BytesMessage bytes = outbox.context().createBytesMessage();
        bytes.writeBytes(new byte[] {1, 2});
        MapMessage map = outbox.context().createMapMessage();
        map.setInt("number", 1);
        map.setString("text", "entry");
        StreamMessage stream = outbox.context().createStreamMessage();
        stream.writeString("stream");
        stream.writeLong(1);
        stream.writeBoolean(true);
        Message object = outbox.context().createObjectMessage(new ArrayList<>(List.of("object")));
        List<Message> all =
                List.of(text, bytes, map, stream, object, outbox.context().createMessage());
        for (Message message : all) {
            message.setStringProperty("kind", "by message");
        }
        return all;
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("N1 N10 a large message comes whole")
    public void large(Table items) throws Exception {
        String text = "x".repeat(500_000); // the broker takes these in pieces
        Message message = sent(items, producer -> producer.send(mailbox.queue(), text));

        assertThat(message.getBody(String.class)).isEqualTo(text);
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("N9 what a body's objects become after the call doesn't show")
    public void snapshots(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("row");
            byte[] bytes = {1, 2};
            Map<String, Object> map = new LinkedHashMap<>(Map.of("key", "value"));
            ArrayList<String> object = new ArrayList<>(List.of("object"));
            outbox.producer()
                    .send(mailbox.queue(), bytes)
                    .send(mailbox.queue(), map)
                    .send(mailbox.queue(), object);
            bytes[0] = 9;
            map.put("key", "changed");
            object.add("more");
        });

        List<Message> came = mailbox.take();
        assertThat(MessageContent.body(came.get(0))).isEqualTo(new byte[] {1, 2});
        assertThat(MessageContent.body(came.get(1))).isEqualTo(Map.of("key", "value"));
        assertThat(MessageContent.body(came.get(2))).isEqualTo(new ArrayList<>(List.of("object")));
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("N10 the time to live counts from the call of send")
    public void timeToLive(Table items) throws Exception {
        Duration timeToLive = Duration.ofMinutes(1);
        List<Long> calledAt = new ArrayList<>();
        Message message = sent(items, producer -> {
            producer.setTimeToLive(timeToLive.toMillis()).send(mailbox.queue(), "text");
            calledAt.add(System.currentTimeMillis());
            LockSupport.parkNanos(HELD_FOR.toNanos());
        });

        assertThat(message.getJMSExpiration())
                .isBetween(
                        calledAt.get(0) + timeToLive.minus(ROUNDING).toMillis(),
                        calledAt.get(0) + timeToLive.plus(ROUNDING).toMillis());
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("N10 the delivery delay counts from the call of send")
    public void deliveryDelay(Table items) throws Exception {
        Duration delay = Duration.ofSeconds(1);
        List<Long> calledAt = new ArrayList<>();
        Message message = sent(items, producer -> {
            producer.setDeliveryDelay(delay.toMillis()).send(mailbox.queue(), "text");
            calledAt.add(System.currentTimeMillis());
            LockSupport.parkNanos(HELD_FOR.toNanos());
        });

        assertThat(message.getJMSDeliveryTime())
                .isBetween(
                        calledAt.get(0) + delay.minus(ROUNDING).toMillis(),
                        calledAt.get(0) + delay.plus(ROUNDING).toMillis());
        assertThat(System.currentTimeMillis()).as("now").isGreaterThanOrEqualTo(message.getJMSDeliveryTime());
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.support.Product;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatRuntimeException;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message says when it comes, and what can't be said. No database has a part in it. */
class ContentTest extends MessageTest {

    ContentTest() {
        super(Product.H2);
    }

    @Test
    @DisplayName("N9 N11 a text, and its identifier, which is known at the call")
    void text() throws Exception {
        String id = xacts.call(() -> {
            send("a");
            return producer.getStringProperty("xact_id");
        });

        Message message = inbox.only();
        assertThat(message.getBody(String.class)).isEqualTo("a");
        assertThat(message.getStringProperty("xact_id")).isEqualTo(id).hasSize(36);
    }

    @Test
    @DisplayName("N9 a map is taken as it is at the call")
    void map() throws Exception {
        Map<String, Object> body = new HashMap<>();
        byte[] bytes = {1, 2};
        body.put("text", "a");
        body.put("bytes", bytes);
        body.put("char", 'c');
        body.put("null", null);
        xacts.run(() -> {
            producer.send(inbox.queue(), body);
            body.put("text", "b");
            bytes[0] = 9;
        });

        MapMessage message = (MapMessage) inbox.only();
        assertThat(message.getString("text")).isEqualTo("a");
        assertThat(message.getBytes("bytes")).containsExactly(1, 2);
        assertThat(message.getChar("char")).isEqualTo('c');
        assertThat(message.itemExists("null")).isTrue();
        assertThat(message.getObject("null")).isNull();
    }

    @Test
    @DisplayName("N9 so are bytes")
    void bytes() throws Exception {
        byte[] body = {1, 2, 3};
        xacts.run(() -> {
            producer.send(inbox.queue(), body);
            body[0] = 9;
        });

        assertThat(inbox.only().getBody(byte[].class)).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("N9 so is an object, with all that hangs on it")
    void object() throws Exception {
        ArrayList<Order> body = new ArrayList<>(List.of(new Order("a")));
        xacts.run(() -> {
            producer.send(inbox.queue(), body);
            body.get(0).name = "b";
            body.clear();
        });

        ObjectMessage message = (ObjectMessage) inbox.only();
        assertThat(message.getObject())
                .isInstanceOfSatisfying(
                        ArrayList.class,
                        list -> assertThat(((Order) list.get(0)).name).isEqualTo("a"));
    }

    /** Something to be changed after it was sent. */
    static final class Order implements Serializable {

        private static final long serialVersionUID = 1L;

        private String name;

        Order(String name) {
            this.name = name;
        }
    }

    @Test
    @DisplayName("N9 so is a message, which can be changed and sent again")
    void message() throws Exception {
        TextMessage message = context().createTextMessage("a");
        message.setStringProperty("kind", "first");
        message.setJMSCorrelationID("correlation");
        message.setJMSType("type");
        xacts.run(() -> {
            producer.send(inbox.queue(), message);
            message.setText("b");
            message.setStringProperty("kind", "second");
            producer.send(inbox.queue(), message);
            message.setText("c");
        });

        List<Message> messages = inbox.take();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).getBody(String.class)).isEqualTo("a");
        assertThat(messages.get(0).getStringProperty("kind")).isEqualTo("first");
        assertThat(messages.get(0).getJMSCorrelationID()).isEqualTo("correlation");
        assertThat(messages.get(0).getJMSType()).isEqualTo("type");
        assertThat(messages.get(1).getBody(String.class)).isEqualTo("b");
        assertThat(messages.get(1).getStringProperty("kind")).isEqualTo("second");
    }

    @Test
    @DisplayName("N9 messages of each kind, made by the context")
    void kinds() throws Exception {
        StreamMessage stream = context().createStreamMessage();
        stream.writeString("a");
        stream.writeInt(7);
        stream.writeBytes(new byte[] {1});
        stream.writeObject(null);
        BytesMessage bytes = context().createBytesMessage();
        bytes.writeLong(7);
        MapMessage map = context().createMapMessage();
        map.setDouble("number", 1.5);
        ObjectMessage object = context().createObjectMessage("object");
        Message empty = context().createMessage();
        xacts.run(() ->
                Stream.of(stream, bytes, map, object, empty).forEach(message -> producer.send(inbox.queue(), message)));

        List<Message> messages = inbox.take();
        assertThat(messages).hasSize(5);
        StreamMessage receivedStream = (StreamMessage) messages.get(0);
        assertThat(receivedStream.readString()).isEqualTo("a");
        assertThat(receivedStream.readInt()).isEqualTo(7);
        assertThat((byte[]) receivedStream.readObject()).containsExactly(1);
        assertThat(receivedStream.readObject()).isNull();
        assertThat(((BytesMessage) messages.get(1)).readLong()).isEqualTo(7);
        assertThat(((MapMessage) messages.get(2)).getDouble("number")).isEqualTo(1.5);
        assertThat(((ObjectMessage) messages.get(3)).getObject()).isEqualTo("object");
        assertThat(messages.get(4).propertyExists("xact_id")).isTrue();
    }

    @Test
    @DisplayName("N9 bodies that are null")
    void nulls() throws Exception {
        xacts.run(() -> {
            producer.send(inbox.queue(), (String) null);
            producer.send(inbox.queue(), (Map<String, Object>) null);
            producer.send(inbox.queue(), (byte[]) null);
            producer.send(inbox.queue(), (Serializable) null);
        });

        List<Message> messages = inbox.take();
        assertThat(messages).hasSize(4);
        assertThat(((TextMessage) messages.get(0)).getText()).isNull();
        assertThat(((MapMessage) messages.get(1)).getMapNames().hasMoreElements())
                .isFalse();
        assertThat(((BytesMessage) messages.get(2)).getBodyLength()).isZero();
        assertThat(((ObjectMessage) messages.get(3)).getObject()).isNull();
    }

    @Test
    @DisplayName("N10 a message that was received is sent on with what it says, and a new identifier")
    void forwarded() throws Exception {
        xacts.run(
                () -> producer.setProperty("kind", "a").setJMSCorrelationID("c").send(inbox.queue(), "text"));
        Message received = inbox.only();
        xacts.run(() -> producer.send(inbox.queue(), received));

        Message forwarded = inbox.only();
        assertThat(forwarded.getBody(String.class)).isEqualTo("text");
        assertThat(forwarded.getStringProperty("kind")).isEqualTo("a");
        assertThat(forwarded.getJMSCorrelationID()).isEqualTo("c");
        assertThat(forwarded.getStringProperty("xact_id")).isNotEqualTo(received.getStringProperty("xact_id"));
    }

    @Test
    @DisplayName("N10 priority, time to live, delivery mode, headers and properties come with it")
    void settings() throws Exception {
        xacts.run(() -> producer.setPriority(9)
                .setTimeToLive(100_000)
                .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                .setJMSReplyTo(inbox.queue())
                .setJMSType("type")
                .setJMSCorrelationID("correlation")
                .setProperty("boolean", true)
                .setProperty("byte", (byte) 1)
                .setProperty("short", (short) 2)
                .setProperty("int", 3)
                .setProperty("long", 4L)
                .setProperty("float", 5.5f)
                .setProperty("double", 6.5)
                .setProperty("text", "seven")
                .setProperty("object", (Object) 8)
                .send(inbox.queue(), "a"));

        Message message = inbox.only();
        assertThat(message.getJMSPriority()).isEqualTo(9);
        assertThat(message.getJMSExpiration() - System.currentTimeMillis()).isBetween(1L, 100_000L);
        assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
        assertThat(message.getJMSReplyTo()).isEqualTo(inbox.queue());
        assertThat(message.getJMSType()).isEqualTo("type");
        assertThat(message.getJMSCorrelationID()).isEqualTo("correlation");
        assertThat(message.getBooleanProperty("boolean")).isTrue();
        assertThat(message.getByteProperty("byte")).isEqualTo((byte) 1);
        assertThat(message.getShortProperty("short")).isEqualTo((short) 2);
        assertThat(message.getIntProperty("int")).isEqualTo(3);
        assertThat(message.getLongProperty("long")).isEqualTo(4);
        assertThat(message.getFloatProperty("float")).isEqualTo(5.5f);
        assertThat(message.getDoubleProperty("double")).isEqualTo(6.5);
        assertThat(message.getStringProperty("text")).isEqualTo("seven");
        assertThat(message.getIntProperty("object")).isEqualTo(8);
    }

    @Test
    @DisplayName("N10 a correlation id of bytes comes with it")
    void correlationBytes() throws Exception {
        byte[] id = {1, 2, 3};
        xacts.run(() -> {
            producer.setJMSCorrelationIDAsBytes(id).send(inbox.queue(), "a");
            id[0] = 9;
        });

        assertThat(inbox.only().getJMSCorrelationIDAsBytes()).startsWith(1, 2, 3);
    }

    @Test
    @DisplayName("N10 a producer's property wins over the message's, and clearing them brings the message's back")
    void propertiesWin() throws Exception {
        TextMessage message = context().createTextMessage("a");
        message.setStringProperty("kind", "message");
        xacts.run(() -> {
            producer.setProperty("kind", "producer").send(inbox.queue(), message);
            producer.clearProperties().send(inbox.queue(), message);
        });

        List<Message> messages = inbox.take();
        assertThat(messages.get(0).getStringProperty("kind")).isEqualTo("producer");
        assertThat(messages.get(1).getStringProperty("kind")).isEqualTo("message");
    }

    @Test
    @DisplayName("N10 a delay counts from the call: nobody gets the message before")
    void delay() throws Exception {
        xacts.run(() -> producer.setDeliveryDelay(3_600_000).send(inbox.queue(), "late"));

        assertThat(inbox.texts()).isEmpty();
        xacts.run(() -> producer.setDeliveryDelay(1).send(inbox.queue(), "soon"));
        org.awaitility.Awaitility.await().until(() -> inbox.texts().equals(List.of("soon")));
    }

    @Test
    @DisplayName("N10 a message whose time to live is over at the commit expires")
    void expired() {
        xacts.run(() -> {
            producer.setTimeToLive(1).send(inbox.queue(), "a");
            long end = System.nanoTime() + 5_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(inbox.texts()).isEmpty());
    }

    /** What is refused at the call, and as what. */
    record Refused(String what, Class<? extends RuntimeException> as, java.util.function.Consumer<JMSProducer> call) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("no name", IllegalArgumentException.class, producer -> producer.setProperty("", 1)),
                new Refused(
                        "a name of no identifier",
                        MessageFormatRuntimeException.class,
                        producer -> producer.setProperty("a-b", 1)),
                new Refused(
                        "a name of the selectors'",
                        MessageFormatRuntimeException.class,
                        producer -> producer.setProperty("like", 1)),
                new Refused(
                        "a value of no kind",
                        MessageFormatRuntimeException.class,
                        producer -> producer.setProperty("a", List.of())),
                new Refused("priority 10", JMSRuntimeException.class, producer -> producer.setPriority(10)),
                new Refused("priority -1", JMSRuntimeException.class, producer -> producer.setPriority(-1)),
                new Refused("delivery mode 3", JMSRuntimeException.class, producer -> producer.setDeliveryMode(3)),
                new Refused("a life of -1", JMSRuntimeException.class, producer -> producer.setTimeToLive(-1)),
                new Refused("a delay of -1", JMSRuntimeException.class, producer -> producer.setDeliveryDelay(-1)),
                new Refused(
                        "no destination",
                        InvalidDestinationRuntimeException.class,
                        producer -> producer.send(null, "a")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("N9 what can't be sent is refused at the call, and dooms nothing")
    void refused(Refused refused) {
        xacts.run(() -> {
            assertThatThrownBy(() -> refused.call().accept(producer))
                    .isInstanceOf(refused.as())
                    .hasMessageContaining("XACT003");
            send("kept");
        });

        assertThat(inbox.texts()).containsExactly("kept");
    }

    @Test
    @DisplayName(
            "N9 so are a null message, a map with a list, an entry without a name and an object that is none to be sent")
    void refusedBodies() {
        xacts.run(() -> {
            assertThatThrownBy(() -> producer.send(inbox.queue(), (Message) null))
                    .isInstanceOf(MessageFormatRuntimeException.class);
            assertThatThrownBy(() -> producer.send(inbox.queue(), Map.of("a", List.of())))
                    .isInstanceOf(MessageFormatRuntimeException.class);
            assertThatThrownBy(() -> producer.send(inbox.queue(), Map.of("", 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> producer.send(inbox.queue(), new ArrayList<>(List.of(new Object()))))
                    .isInstanceOf(MessageFormatRuntimeException.class)
                    .hasCauseInstanceOf(java.io.NotSerializableException.class);
        });
    }

    @Test
    @DisplayName("N10 a producer's properties are read as the standard says")
    void conversions() {
        xacts.run(() -> {
            producer.setProperty("byte", (byte) 1).setProperty("text", "7").setProperty("truth", true);
            assertThat(producer.getByteProperty("byte")).isEqualTo((byte) 1);
            assertThat(producer.getShortProperty("byte")).isEqualTo((short) 1);
            assertThat(producer.getIntProperty("byte")).isEqualTo(1);
            assertThat(producer.getLongProperty("byte")).isEqualTo(1);
            assertThat(producer.getStringProperty("byte")).isEqualTo("1");
            assertThat(producer.getIntProperty("text")).isEqualTo(7);
            assertThat(producer.getFloatProperty("text")).isEqualTo(7);
            assertThat(producer.getDoubleProperty("text")).isEqualTo(7);
            assertThat(producer.getBooleanProperty("truth")).isTrue();
            assertThat(producer.getBooleanProperty("none")).isFalse();
            assertThat(producer.getStringProperty("none")).isNull();
            assertThat(producer.propertyExists("none")).isFalse();
            assertThat(producer.getPropertyNames()).containsExactly("byte", "text", "truth");
            assertThatThrownBy(() -> producer.getIntProperty("none")).isInstanceOf(NumberFormatException.class);
            assertThatThrownBy(() -> producer.getIntProperty("truth"))
                    .isInstanceOf(MessageFormatRuntimeException.class);
            assertThatThrownBy(() -> producer.getDoubleProperty("byte"))
                    .isInstanceOf(MessageFormatRuntimeException.class);
        });
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageEOFException;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message says, as it was when it was taken; a message of each of the standard's six kinds. Nobody else can change it. */
sealed interface MessageBody {

    /** A message of a session that says so. */
    Message in(Session session) throws JMSException;

    /** How many bytes it takes. */
    long bytes();

    /** What a message says now. A message of bytes, or a stream, is at its beginning afterwards, and read-only, as after a send. */
    static MessageBody of(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return new Text(text.getText());
        } else if (message instanceof BytesMessage bytes) {
            return new Bytes(contentOf(bytes));
        } else if (message instanceof MapMessage map) {
            return new Entries(contentOf(map));
        } else if (message instanceof ObjectMessage object) {
            return Serialized.of(object.getObject());
        } else if (message instanceof StreamMessage stream) {
            return new Items(contentOf(stream));
        }
        return new Nothing();
    }

    private static byte[] contentOf(BytesMessage message) throws JMSException {
        message.reset();
        byte[] content = new byte[Math.toIntExact(message.getBodyLength())];
        message.readBytes(content);
        message.reset();
        return content;
    }

    private static Map<String, @Nullable Object> contentOf(MapMessage message) throws JMSException {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getMapNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            content.put(name, message.getObject(name));
        }
        return content;
    }

    private static List<@Nullable Object> contentOf(StreamMessage message) throws JMSException {
        List<@Nullable Object> content = new ArrayList<>();
        message.reset();
        try {
            while (true) {
                content.add(message.readObject());
            }
        } catch (MessageEOFException end) {
            message.reset();
            return content;
        }
    }

    /** Only headers and properties. */
    record Nothing() implements MessageBody {

        @Override
        public Message in(Session session) throws JMSException {
            return session.createMessage();
        }

        @Override
        public long bytes() {
            return 0;
        }
    }

    /** A text, or none. */
    record Text(@Nullable String text) implements MessageBody {

        @Override
        public Message in(Session session) throws JMSException {
            return session.createTextMessage(text);
        }

        @Override
        public long bytes() {
            return text == null ? 0 : Values.bytes(text);
        }
    }

    /** Bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Bytes(byte[] content) implements MessageBody {

        public Bytes {
            content = content.clone();
        }

        @Override
        public Message in(Session session) throws JMSException {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(content);
            return message;
        }

        @Override
        public long bytes() {
            return content.length;
        }
    }

    /** Names, and a value for each. */
    record Entries(Map<String, @Nullable Object> content) implements MessageBody {

        public Entries {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            content.forEach((name, value) -> copy.put(requireKey(name), Values.copied(name, value)));
            content = Collections.unmodifiableMap(copy); // not Map.copyOf: a value may be null
        }

        private static String requireKey(@Nullable String name) {
            if (name == null || name.isEmpty()) {
                throw JmsLog.LOG.nameMissing();
            }
            return name;
        }

        @Override
        public Message in(Session session) throws JMSException {
            MapMessage message = session.createMapMessage();
            for (Map.Entry<String, @Nullable Object> entry : content.entrySet()) {
                message.setObject(entry.getKey(), entry.getValue());
            }
            return message;
        }

        @Override
        public long bytes() {
            return content.entrySet().stream()
                    .mapToLong(entry -> Values.bytes(entry.getKey()) + Values.bytes(entry.getValue()))
                    .sum();
        }
    }

    /** An object of which nobody else has this copy, or none. */
    record Serialized(@Nullable Serializable copy, long bytes) implements MessageBody {

        static Serialized of(@Nullable Serializable object) {
            return object == null ? new Serialized(null, 0) : Copies.of(object);
        }

        @Override
        public Message in(Session session) throws JMSException {
            return session.createObjectMessage(copy);
        }
    }

    /** Values, one after the other. */
    record Items(List<@Nullable Object> content) implements MessageBody {

        public Items {
            List<@Nullable Object> copy = new ArrayList<>();
            content.forEach(item -> copy.add(Values.copied("an item", item)));
            content = Collections.unmodifiableList(copy); // not List.copyOf: an item may be null
        }

        @Override
        public Message in(Session session) throws JMSException {
            StreamMessage message = session.createStreamMessage();
            for (Object item : content) {
                message.writeObject(item);
            }
            return message;
        }

        @Override
        public long bytes() {
            return content.stream().mapToLong(Values::bytes).sum();
        }
    }
}

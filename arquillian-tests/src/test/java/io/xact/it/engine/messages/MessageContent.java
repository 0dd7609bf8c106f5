// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a message says, to be compared. */
final class MessageContent {

    private static final int STREAM_ITEMS = 3;

    private MessageContent() {}

    /** The properties, without the provider's own. */
    static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new TreeMap<>();
        for (String name : names(message.getPropertyNames())) {
            if (!name.startsWith("JMSX")) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return properties;
    }

    static @Nullable Object body(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText();
        } else if (message instanceof ObjectMessage object) {
            return object.getObject();
        } else if (message instanceof MapMessage map) {
            return entries(map);
        } else if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(content);
            return content;
        } else if (message instanceof StreamMessage stream) {
            return items(stream);
        }
        return null;
    }

    private static Map<String, Object> entries(MapMessage message) throws JMSException {
        Map<String, Object> entries = new TreeMap<>();
        for (String name : names(message.getMapNames())) {
            entries.put(name, message.getObject(name));
        }
        return entries;
    }

    static List<String> names(Enumeration<?> names) {
        List<String> all = new ArrayList<>();
        names.asIterator().forEachRemaining(name -> all.add(String.valueOf(name)));
        return all;
    }

    private static List<Object> items(StreamMessage message) throws JMSException {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < STREAM_ITEMS; i++) {
            items.add(message.readObject());
        }
        return items;
    }
}

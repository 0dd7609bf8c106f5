// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The last messages under one name. Not thread-safe. */
final class Inbox {

    private static final int MAX_MESSAGES = 1000;

    private final Map<String, InboxMessage> messages = new LinkedHashMap<>();
    private int received;
    private int duplicates;

    void add(InboxMessage message) {
        String deliveryId = message.deliveryId();
        String key = deliveryId == null ? UUID.randomUUID().toString() : deliveryId;
        if (messages.putIfAbsent(key, message) != null) {
            duplicates++;
            return;
        }
        received++;
        if (messages.size() > MAX_MESSAGES) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    InboxContent content() {
        return new InboxContent(received, duplicates, List.copyOf(messages.values()));
    }
}

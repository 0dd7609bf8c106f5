// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The receiver's memory, gone with the server, and bounded: 20 names, 1000 messages each. A name too many makes room by
 * dropping the one that was not used for the longest time. Thread-safe.
 */
@ApplicationScoped
public class Inboxes {

    private static final int MAX_NAMES = 20;

    private final Map<String, Inbox> inboxes = new LinkedHashMap<>(MAX_NAMES, 0.75f, true);

    synchronized void add(String name, InboxMessage message) {
        inboxes.computeIfAbsent(name, unused -> new Inbox()).add(message);
        if (inboxes.size() > MAX_NAMES) {
            inboxes.remove(inboxes.keySet().iterator().next());
        }
    }

    synchronized InboxContent content(String name) {
        Inbox inbox = inboxes.get(name);
        return inbox == null ? InboxContent.EMPTY : inbox.content();
    }
}

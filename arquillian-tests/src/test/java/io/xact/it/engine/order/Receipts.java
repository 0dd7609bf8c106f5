// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What has been received. Thread-safe. */
@ApplicationScoped
public class Receipts {

    /** In the place of the identifier of a message that has none. */
    static final String NO_ID = "none";

    private final ConcurrentLinkedQueue<Receipt> received = new ConcurrentLinkedQueue<>();

    /**
     * A message that has come.
     *
     * @param name the row's name
     * @param id the message's identifier
     * @param seen whether the row was there
     */
    record Receipt(String name, String id, boolean seen) {

        @Override
        public String toString() {
            return name + " " + id + " " + (seen ? "seen" : "early");
        }
    }

    void add(Receipt receipt) {
        received.add(receipt);
    }

    List<Receipt> all() {
        return List.copyOf(received);
    }

    boolean hasMessageOf(String name) {
        return received.stream().anyMatch(receipt -> receipt.name().equals(name));
    }

    void clear() {
        received.clear();
    }
}

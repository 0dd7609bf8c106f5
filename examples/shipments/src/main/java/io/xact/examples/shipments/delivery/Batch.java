// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids that a transaction is going to send. Not thread-safe: it belongs to the transaction's thread. */
final class Batch {

    private final Set<Long> ids = new LinkedHashSet<>();

    void add(long id) {
        ids.add(id);
    }

    void remove(long id) {
        ids.remove(id);
    }

    /** All of them, once. */
    Set<Long> take() {
        Set<Long> taken = new LinkedHashSet<>(ids);
        ids.clear();
        return taken;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The sessions of persistence providers that have joined the calling thread's transaction. They lie in the transaction,
 * under a string key and with types of the JDK, because several copies of our classes may look for them, and end with it.
 */
public final class SessionsInTransaction {

    /** Beside a session that held nothing when it joined: all that it holds now came later. */
    public static final String EMPTY = "empty";

    /** Beside a session that held entities when it joined. */
    public static final String HOLDING = "holding";

    private static final String KEY = "io.xact.sessions";

    private final TransactionSynchronizationRegistry registry;

    /**
     * Over the transaction service.
     *
     * @param registry keeps what belongs to a transaction
     */
    public SessionsInTransaction(TransactionSynchronizationRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    /**
     * Notes that a session has joined; once.
     *
     * @param session a session, told from others by identity
     * @param state {@link #EMPTY} or {@link #HOLDING}
     */
    public void add(Object session, String state) {
        Map<Object, Object> joined = joined();
        if (joined.isEmpty()) {
            joined = new LinkedHashMap<>(); // sessions have no equals of their own
            registry.putResource(KEY, joined);
        }
        joined.putIfAbsent(session, state);
    }

    /**
     * Those that have joined so far.
     *
     * @return each with its state when it joined, in the order in which they did; empty where no transaction is
     */
    @SuppressWarnings("unchecked") // nobody else has that key
    public Map<Object, Object> joined() {
        return registry.getTransactionKey() != null && registry.getResource(KEY) instanceof Map<?, ?> found
                ? (Map<Object, Object>) found
                : Map.of();
    }
}

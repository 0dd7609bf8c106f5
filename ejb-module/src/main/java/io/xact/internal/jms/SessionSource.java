// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.ConnectionMetaData;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** The sessions of one connection factory. Thread-safe. */
interface SessionSource {

    /** What is done with a session. */
    interface Use<T> {
        T with(Session session) throws JMSException;
    }

    /** The name of its connection factory. */
    String name();

    /**
     * Opens a session that is a branch of the thread's transaction.
     *
     * @throws Exception if the broker can't be reached, or the factory's sessions take part in no transaction
     */
    EnlistedSession enlist() throws Exception;

    /** Has a session used that is in no transaction. The thread has none. */
    <T> T outside(Use<T> use) throws JMSException;

    /** What the broker's client is. The thread has no transaction. */
    ConnectionMetaData metaData() throws JMSException;

    /** Closes what is kept open. */
    default void close() {}
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

/** A session that is enlisted in a transaction. Used by the thread that has it; its end may come on the reaper's. */
final class EnlistedSession {

    private final Session session;
    private final MessageProducer producer;
    private final AutoCloseable whenHandedOver;
    private final AutoCloseable whenEnded;

    private EnlistedSession(Session session, AutoCloseable whenHandedOver, AutoCloseable whenEnded)
            throws JMSException {
        this.session = session;
        this.producer = session.createProducer(null);
        this.whenHandedOver = whenHandedOver;
        this.whenEnded = whenEnded;
    }

    /** A server's own: only a handle, which is given back before the commit. */
    static EnlistedSession ofServer(Connection connection, Session session) throws JMSException {
        return new EnlistedSession(session, connection, () -> {});
    }

    /** The resource itself: needed until the commit is over. */
    static EnlistedSession own(Session session) throws JMSException {
        return new EnlistedSession(session, () -> {}, session);
    }

    void send(HeldMessage message) throws JMSException {
        message.sentBy(session, producer);
    }

    /** Nothing more is sent before the commit. */
    void handedOver() {
        Closing.quietly(whenHandedOver); // what counts is what prepare answers
    }

    /** The transaction has ended. */
    void ended() {
        Closing.quietly(whenEnded);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import io.xact.Work;
import io.xact.internal.engine.XactEngine;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.ConnectionMetaData;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.transaction.TransactionManager;

/**
 * The sessions of a connection factory that enlists them by itself: a server's pooled one, which also recovers them. Whether it really does
 * is tried once, in a transaction of its own: a message by one that doesn't would be sent beside the transaction, or by a local one ahead of
 * it, and be early, or not be taken back.
 */
final class ServerSessions implements SessionSource {

    private final String name;
    private final ConnectionFactory factory;
    private final ConnectionFactories platform;
    private final TransactionManager manager;
    private final XactEngine engine;
    private volatile boolean isTried;

    ServerSessions(
            String name,
            ConnectionFactory factory,
            ConnectionFactories platform,
            TransactionManager manager,
            XactEngine engine) {
        this.name = name;
        this.factory = factory;
        this.platform = platform;
        this.manager = manager;
        this.engine = engine;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EnlistedSession enlist() throws Exception {
        if (!isTried) {
            engine.outside((Work<Boolean, Exception>) this::tried);
            isTried = true;
        }
        Connection connection = factory.createConnection();
        try {
            return EnlistedSession.ofServer(connection, session(connection));
        } catch (JMSException | RuntimeException e) {
            Closing.after(e, connection);
            throw e;
        }
    }

    /** In a transaction its arguments mean nothing (Jakarta Messaging 3.1, section 12.3); outside they must not be transacted. */
    private static Session session(Connection connection) throws JMSException {
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    private boolean tried() throws Exception {
        manager.begin();
        try (Connection connection = factory.createConnection()) {
            session(connection);
            if (!platform.hasEnlistedXa()) {
                throw JmsLog.LOG.notEnlisting(name, factory.getClass().getName());
            }
            return true;
        } finally {
            manager.rollback();
        }
    }

    @Override
    public <T> T outside(Use<T> use) throws JMSException {
        try (Connection connection = factory.createConnection()) {
            return use.with(session(connection));
        }
    }

    @Override
    public ConnectionMetaData metaData() throws JMSException {
        try (Connection connection = factory.createConnection()) {
            return connection.getMetaData();
        }
    }
}

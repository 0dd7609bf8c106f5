// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.ConnectionMetaData;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XASession;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a bare {@code XAConnectionFactory}, where no server pools and enlists them. They share a connection, which is replaced when
 * it is lost.
 */
final class XaSessions implements SessionSource {

    private final String name;
    private final XAConnectionFactory factory;
    private final TransactionManager manager;
    private @Nullable XAConnection shared;

    XaSessions(String name, XAConnectionFactory factory, TransactionManager manager) {
        this.name = name;
        this.factory = factory;
        this.manager = manager;
    }

    /** Opens a session of a connection. */
    private interface Opening<S> {
        S of(XAConnection connection) throws JMSException;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EnlistedSession enlist() throws JMSException, RollbackException, SystemException {
        XASession session = open(XAConnection::createXASession);
        try {
            EnlistedSession enlisted = EnlistedSession.own(session);
            if (!manager.getTransaction().enlistResource(session.getXAResource())) {
                throw JmsLog.LOG.notEnlisted(name);
            }
            return enlisted;
        } catch (JMSException | RollbackException | SystemException | RuntimeException e) {
            Closing.after(e, session);
            throw e;
        }
    }

    @Override
    public <T> T outside(Use<T> use) throws JMSException {
        try (Session session = open(connection -> connection.createSession(false, Session.AUTO_ACKNOWLEDGE))) {
            return use.with(session);
        }
    }

    @Override
    public ConnectionMetaData metaData() throws JMSException {
        return open(XAConnection::getMetaData);
    }

    /** A connection that is found lost is replaced: nothing was sent by the session yet. */
    private <S> S open(Opening<S> opening) throws JMSException {
        XAConnection connection = connection();
        try {
            return opening.of(connection);
        } catch (JMSException e) {
            JmsLog.LOG.debugf(e, "connection of %s lost, connecting anew", name);
            forget(connection);
            return opening.of(connection());
        }
    }

    private synchronized XAConnection connection() throws JMSException {
        XAConnection connection = shared;
        if (connection == null) {
            connection = factory.createXAConnection();
            shared = connection;
        }
        return connection;
    }

    private synchronized void forget(XAConnection lost) {
        if (shared == lost) {
            shared = null;
        }
        Closing.quietly(lost);
    }

    /** A broker to be asked after a crash, by a connection of its own. */
    RecoverableBroker recoverable() {
        return new Recoverable();
    }

    private final class Recoverable implements RecoverableBroker {

        private @Nullable XAConnection connection;
        private @Nullable XAResource resource;
        private volatile boolean isLost;

        @Override
        public XAResource connected() throws JMSException {
            XAResource known = resource;
            if (known == null || isLost) {
                close();
                known = connect();
            }
            return known;
        }

        private XAResource connect() throws JMSException {
            isLost = false;
            XAConnection opened = factory.createXAConnection();
            connection = opened;
            opened.setExceptionListener(lost -> isLost = true);
            XAResource found = opened.createXASession().getXAResource();
            resource = found;
            return found;
        }

        @Override
        public void close() {
            if (connection != null) {
                Closing.quietly(connection);
                connection = null;
                resource = null;
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public synchronized void close() {
        if (shared != null) {
            Closing.quietly(shared);
            shared = null;
        }
    }
}

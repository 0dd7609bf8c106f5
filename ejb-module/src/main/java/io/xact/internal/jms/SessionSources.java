// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import io.xact.internal.engine.XactEngine;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.XAConnectionFactory;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The session sources of one CDI container, one for each connection factory, by whatever names. Thread-safe. */
public final class SessionSources implements AutoCloseable {

    private final ConnectionFactories platform;
    private final TransactionManager manager;
    private final XactEngine engine;
    private final Map<ConnectionFactory, SessionSource> known = new ConcurrentHashMap<>();
    private final List<AutoCloseable> recovered = new ArrayList<>();

    /**
     * Over the platform's.
     *
     * @param platform finds connection factories
     * @param manager enlists sessions where nobody else does
     * @param engine runs the scopes
     */
    public SessionSources(ConnectionFactories platform, TransactionManager manager, XactEngine engine) {
        this.platform = platform;
        this.manager = manager;
        this.engine = engine;
    }

    /** The source of a name. Where there is no server, it is recovered from then on. */
    SessionSource find(String name) {
        return found(name).orElseThrow(() -> JmsLog.LOG.factoryMissing(name));
    }

    private Optional<SessionSource> found(String name) {
        return platform.find(name).map(factory -> known.computeIfAbsent(factory, key -> make(name, key)));
    }

    /**
     * Whether there is a connection factory of a name.
     *
     * @param name its name
     * @return {@code false} also where it can't be seen yet
     */
    public boolean isKnown(String name) {
        return platform.find(name).isPresent();
    }

    /**
     * Has a connection factory recovered before its first message, if it is there.
     *
     * @param name its name
     */
    public void prepare(String name) {
        found(name);
    }

    private SessionSource make(String name, ConnectionFactory factory) {
        if (!platform.isServer() && factory instanceof XAConnectionFactory xaFactory) {
            XaSessions sessions = new XaSessions(name, xaFactory, manager);
            recover(sessions);
            return sessions;
        }
        return new ServerSessions(name, factory, platform, manager, engine);
    }

    private synchronized void recover(XaSessions sessions) {
        recovered.add(platform.recover(sessions.recoverable()));
    }

    /** Closes connections, and has nothing recovered any more. */
    @Override
    public synchronized void close() {
        recovered.forEach(Closing::quietly);
        recovered.clear();
        known.values().forEach(SessionSource::close);
        known.clear();
    }
}

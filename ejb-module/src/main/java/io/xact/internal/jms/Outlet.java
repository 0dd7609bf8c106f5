// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import io.xact.OnCommit.Mode;
import io.xact.Work;
import io.xact.internal.engine.CurrentScope;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.XactEngine;
import jakarta.jms.ConnectionMetaData;
import jakarta.jms.JMSException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages of one injected producer or context go: held with the thread's innermost scope, or sent at once where no transaction is.
 * Thread-safe. Its connection factory is looked up at the first use, so that a deployment can have one that it doesn't need.
 */
public final class Outlet {

    private final XactEngine engine;
    private final CurrentScope current;
    private final SessionSources sources;
    private final String name;
    private final Mode mode;
    private final long maxHeldBytes;
    private volatile @Nullable SessionSource found;

    /**
     * By a connection factory.
     *
     * @param engine runs the scopes
     * @param sources finds the connection factory
     * @param name its name
     * @param mode what is promised
     * @param maxHeldBytes how much one transaction may hold
     */
    public Outlet(XactEngine engine, SessionSources sources, String name, Mode mode, long maxHeldBytes) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.current = new CurrentScope(engine);
        this.sources = Objects.requireNonNull(sources, "sources");
        this.name = Objects.requireNonNull(name, "name");
        this.mode = Objects.requireNonNull(mode, "mode");
        this.maxHeldBytes = maxHeldBytes;
    }

    private SessionSource source() {
        SessionSource known = found;
        if (known == null) {
            known = sources.find(name);
            found = known;
        }
        return known;
    }

    /** What the thread's transaction holds; {@code null} where none is, or where it has ended. */
    @Nullable HeldMessages held() {
        ScopeStack stack = engine.joined();
        return stack == null || stack.isCompleted() ? null : HeldMessages.of(stack, engine);
    }

    /** Takes a message: holds it, or sends it. */
    void take(HeldMessage message) {
        SessionSource source = source();
        ScopeStack stack = current.waiting("A message");
        if (stack == null) {
            sendNow(source, message);
        } else {
            HeldMessages.of(stack, engine).hold(new Held(message, source, mode), maxHeldBytes);
        }
    }

    private void sendNow(SessionSource source, HeldMessage message) {
        try {
            engine.outside((Work<HeldMessage, JMSException>)
                    () -> source.outside(session -> message.sentBy(session, session.createProducer(null))));
        } catch (JMSException e) {
            message.tellNotSent(e);
            throw RuntimeExceptions.of(JmsLog.LOG.notSent(message.toString(), name), e);
        }
        message.tellSent();
    }

    /** Has something made by a session that is in no transaction. */
    <T> T create(SessionSource.Use<T> making) {
        SessionSource source = source();
        return made(() -> source.outside(making));
    }

    ConnectionMetaData metaData() {
        return made(source()::metaData);
    }

    private <T> T made(Work<T, JMSException> making) {
        try {
            return engine.outside(making);
        } catch (JMSException e) {
            throw RuntimeExceptions.of(JmsLog.LOG.notMade(name), e);
        }
    }

    boolean isInTransaction() {
        return current.isActive();
    }
}

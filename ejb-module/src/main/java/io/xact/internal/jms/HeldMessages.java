// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import io.xact.internal.engine.HeldWork;
import io.xact.internal.engine.Mark;
import io.xact.internal.engine.ScopeListener;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.XactEngine;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TransactionRolledBackException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of one transaction. Each goes with the scope that it was taken in; what is left is handed to enlisted sessions before the
 * commit, behind the databases, or sent after it. Used by the thread that has the transaction; its end may come on the reaper's.
 */
final class HeldMessages implements ScopeListener {

    private static final Object KEY = new Object();

    private final ScopeStack stack;
    private final XactEngine engine;
    private final HeldWork<Held> held;
    private final IdentityHashMap<SharedProducer, Settings> settings = new IdentityHashMap<>();
    private final Map<SessionSource, EnlistedSession> sessions = new LinkedHashMap<>();

    /** What goes with the commit, in order. */
    private final List<Held> handedOver = new ArrayList<>();

    private long bytes;
    private boolean isHandingOver;

    private HeldMessages(ScopeStack stack, XactEngine engine) {
        this.stack = stack;
        this.engine = engine;
        this.held = stack.hold();
    }

    /** Those of a transaction; they follow its scopes from now on. */
    static HeldMessages of(ScopeStack stack, XactEngine engine) {
        return stack.listener(KEY, joined -> new HeldMessages(joined, engine));
    }

    /** What a producer that is shared has been told in this transaction. */
    Settings settingsOf(SharedProducer producer) {
        return settings.computeIfAbsent(producer, key -> new Settings());
    }

    /** Holds a message with the innermost scope. One that comes when the others have been handed over follows them at once. */
    void hold(Held message, long maxBytes) {
        long more = message.message().bytes();
        if (bytes + more > maxBytes) {
            throw failed(JmsLog.LOG.heldTooMuch(message.message().toString(), more, bytes, maxBytes));
        }
        bytes += more;
        held.add(message);
        if (isHandingOver) {
            followUp();
        }
    }

    private void followUp() {
        try {
            handOver();
        } catch (Exception e) {
            throw failed(JmsLog.LOG.notFollowed(e));
        }
    }

    private <X extends RuntimeException> X failed(X failure) {
        stack.fail(failure);
        return failure;
    }

    @Override
    public void undone(Mark mark, boolean stays) {
        List<Held> dropped = held.takeSince(mark);
        dropped.forEach(each -> bytes -= each.message().bytes());
        tellNotSent(dropped);
    }

    @Override
    public void handOver() throws Exception {
        isHandingOver = true;
        try {
            for (Held each : held.takeOldestFirst()) {
                handedOver.add(each);
                if (each.isEnlisted()) {
                    send(each);
                }
            }
        } finally {
            sessions.values().forEach(EnlistedSession::handedOver);
        }
    }

    private void send(Held each) throws Exception {
        try {
            session(each.source()).send(each.message());
        } catch (Exception e) {
            throw JmsLog.LOG.notHandedOver(
                    each.message().toString(), each.source().name(), e);
        }
    }

    private EnlistedSession session(SessionSource source) throws Exception {
        EnlistedSession known = sessions.get(source);
        if (known == null) {
            known = source.enlist();
            sessions.put(source, known);
        }
        return known;
    }

    @Override
    public void afterCompletion(boolean committed) {
        sessions.values().forEach(EnlistedSession::ended);
        if (committed) {
            if (handedOver.stream().anyMatch(Held::isConcernedByCommit)) {
                engine.outside(() -> {
                    sendUnenlisted();
                    tellSent();
                    return this;
                });
            }
        } else {
            handedOver.addAll(held.takeOldestFirst());
            tellNotSent(handedOver);
        }
    }

    private void tellSent() {
        handedOver.stream().filter(Held::isEnlisted).map(Held::message).forEach(HeldMessage::tellSent);
    }

    private void tellNotSent(List<Held> dropped) {
        if (dropped.stream().map(Held::message).anyMatch(HeldMessage::hasListener)) {
            engine.outside(() -> {
                dropped.forEach(each -> each.message()
                        .tellNotSent(new TransactionRolledBackException(
                                JmsLog.LOG.rolledBack(each.message().toString()))));
                return this;
            });
        }
    }

    private void sendUnenlisted() {
        Map<SessionSource, List<HeldMessage>> bySource = new LinkedHashMap<>();
        handedOver.stream()
                .filter(each -> !each.isEnlisted())
                .forEach(each -> bySource.computeIfAbsent(each.source(), key -> new ArrayList<>())
                        .add(each.message()));
        bySource.forEach(HeldMessages::sendAfterCommit);
    }

    private static void sendAfterCommit(SessionSource source, List<HeldMessage> messages) {
        List<HeldMessage> left = new ArrayList<>(messages);
        try {
            source.outside(session -> sentAll(session, left));
        } catch (JMSException | RuntimeException e) {
            left.forEach(lost -> {
                JmsLog.LOG.lost(lost.toString(), source.name(), e);
                lost.tellNotSent(e);
            });
        }
    }

    /** Sends messages in order, and takes out each that was sent. */
    private static List<HeldMessage> sentAll(Session session, List<HeldMessage> left) throws JMSException {
        MessageProducer producer = session.createProducer(null);
        while (!left.isEmpty()) {
            left.get(0).sentBy(session, producer);
            left.remove(0).tellSent();
        }
        return left;
    }
}

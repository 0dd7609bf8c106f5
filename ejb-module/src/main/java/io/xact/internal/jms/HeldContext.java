// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionMetaData;
import jakarta.jms.Destination;
import jakarta.jms.ExceptionListener;
import jakarta.jms.IllegalStateRuntimeException;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TemporaryTopic;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages, destinations and producers, by sessions that are in no transaction. It has no connection of its own: what would need one, and
 * what a container's context refuses, is refused. Thread-safe.
 */
public class HeldContext implements JMSContext {

    private final Outlet outlet;

    /**
     * For an outlet.
     *
     * @param outlet where the messages of its producers go
     */
    public HeldContext(Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public JMSProducer createProducer() {
        return new OwnProducer(outlet);
    }

    @Override
    public Message createMessage() {
        return outlet.create(Session::createMessage);
    }

    @Override
    public BytesMessage createBytesMessage() {
        return outlet.create(Session::createBytesMessage);
    }

    @Override
    public MapMessage createMapMessage() {
        return outlet.create(Session::createMapMessage);
    }

    @Override
    public ObjectMessage createObjectMessage() {
        return outlet.create(Session::createObjectMessage);
    }

    @Override
    public ObjectMessage createObjectMessage(@Nullable Serializable object) {
        return outlet.create(session -> session.createObjectMessage(object));
    }

    @Override
    public StreamMessage createStreamMessage() {
        return outlet.create(Session::createStreamMessage);
    }

    @Override
    public TextMessage createTextMessage() {
        return outlet.create(Session::createTextMessage);
    }

    @Override
    public TextMessage createTextMessage(@Nullable String text) {
        return outlet.create(session -> session.createTextMessage(text));
    }

    @Override
    public Queue createQueue(String queueName) {
        return outlet.create(session -> session.createQueue(queueName));
    }

    @Override
    public Topic createTopic(String topicName) {
        return outlet.create(session -> session.createTopic(topicName));
    }

    @Override
    public ConnectionMetaData getMetaData() {
        return outlet.metaData();
    }

    @Override
    public boolean getTransacted() {
        return outlet.isInTransaction();
    }

    @Override
    public int getSessionMode() {
        return outlet.isInTransaction() ? SESSION_TRANSACTED : AUTO_ACKNOWLEDGE;
    }

    @Override
    public boolean getAutoStart() {
        return true;
    }

    @Override
    public @Nullable String getClientID() {
        return null;
    }

    @Override
    public @Nullable ExceptionListener getExceptionListener() {
        return null;
    }

    @Override
    public JMSContext createContext(int sessionMode) {
        throw refused("createContext");
    }

    @Override
    public void setClientID(String clientID) {
        throw refused("setClientID");
    }

    @Override
    public void setExceptionListener(ExceptionListener listener) {
        throw refused("setExceptionListener");
    }

    @Override
    public void start() {
        throw refused("start");
    }

    @Override
    public void stop() {
        throw refused("stop");
    }

    @Override
    public void setAutoStart(boolean autoStart) {
        throw refused("setAutoStart");
    }

    @Override
    public void close() {
        throw refused("close");
    }

    @Override
    public void commit() {
        throw refused("commit");
    }

    @Override
    public void rollback() {
        throw refused("rollback");
    }

    @Override
    public void recover() {
        throw refused("recover");
    }

    @Override
    public void acknowledge() {
        throw refused("acknowledge");
    }

    @Override
    public JMSConsumer createConsumer(Destination destination) {
        throw refused("createConsumer");
    }

    @Override
    public JMSConsumer createConsumer(Destination destination, String messageSelector) {
        throw refused("createConsumer");
    }

    @Override
    public JMSConsumer createConsumer(Destination destination, String messageSelector, boolean noLocal) {
        throw refused("createConsumer");
    }

    @Override
    public JMSConsumer createDurableConsumer(Topic topic, String name) {
        throw refused("createDurableConsumer");
    }

    @Override
    public JMSConsumer createDurableConsumer(Topic topic, String name, String messageSelector, boolean noLocal) {
        throw refused("createDurableConsumer");
    }

    @Override
    public JMSConsumer createSharedDurableConsumer(Topic topic, String name) {
        throw refused("createSharedDurableConsumer");
    }

    @Override
    public JMSConsumer createSharedDurableConsumer(Topic topic, String name, String messageSelector) {
        throw refused("createSharedDurableConsumer");
    }

    @Override
    public JMSConsumer createSharedConsumer(Topic topic, String sharedSubscriptionName) {
        throw refused("createSharedConsumer");
    }

    @Override
    public JMSConsumer createSharedConsumer(Topic topic, String sharedSubscriptionName, String messageSelector) {
        throw refused("createSharedConsumer");
    }

    @Override
    public QueueBrowser createBrowser(Queue queue) {
        throw refused("createBrowser");
    }

    @Override
    public QueueBrowser createBrowser(Queue queue, String messageSelector) {
        throw refused("createBrowser");
    }

    @Override
    public TemporaryQueue createTemporaryQueue() {
        throw refused("createTemporaryQueue");
    }

    @Override
    public TemporaryTopic createTemporaryTopic() {
        throw refused("createTemporaryTopic");
    }

    @Override
    public void unsubscribe(String name) {
        throw refused("unsubscribe");
    }

    private static IllegalStateRuntimeException refused(String method) {
        return JmsLog.LOG.refusedByContext(method);
    }
}

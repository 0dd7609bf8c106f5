// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.OnCommit;
import io.xact.OnCommit.Mode;
import io.xact.support.Brokers;
import io.xact.support.Inbox;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import org.junit.jupiter.api.AfterEach;

/** A test of messages, on one product and a broker in this JVM, which is left as it was. */
abstract class MessageTest extends ScopeTest {

    protected final JMSProducer producer = producer(Brokers.DEFAULT, Mode.XA);
    protected final Inbox inbox = new Inbox(Brokers.outside());

    MessageTest(Product product) {
        super(product);
    }

    protected final JMSProducer producer(String connectionFactory, Mode mode) {
        return surroundings()
                .container()
                .select(JMSProducer.class, OnCommit.Literal.of(connectionFactory, mode))
                .get();
    }

    protected final JMSContext context() {
        return surroundings()
                .container()
                .select(JMSContext.class, OnCommit.Literal.DEFAULT)
                .get();
    }

    /** Sends a text by the producer that is injected. */
    protected final void send(String text) {
        producer.send(inbox.queue(), text);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(inbox.texts()).as("messages that no assertion has seen").isEmpty();
        assertThat(BranchesInDoubt.at(Brokers.outside()))
                .as("branches in doubt at the broker")
                .isZero();
    }
}

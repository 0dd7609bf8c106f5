// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.OnCommit;
import io.xact.OnCommit.Mode;
import io.xact.XactRolledBackException;
import io.xact.support.Brokers;
import io.xact.support.EveryProduct;
import io.xact.support.Inbox;
import io.xact.support.LogLines;
import io.xact.support.ProcessBroker;
import io.xact.support.Product;
import io.xact.support.Recovery;
import io.xact.support.ScopeTest;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A broker in a process of its own, over TCP, that is killed and started again at each point of a commit. */
@EveryProduct
class BrokerDownTest extends ScopeTest {

    private final ProcessBroker broker = ProcessBroker.only();
    private final Inbox inbox = new Inbox(broker.outside());
    private final JMSProducer producer = producer(Mode.XA);

    BrokerDownTest(Product product) {
        super(product);
    }

    private JMSProducer producer(Mode mode) {
        return surroundings()
                .container()
                .select(JMSProducer.class, OnCommit.Literal.of(Brokers.PROCESS, mode))
                .get();
    }

    @AfterEach
    void startAgain() {
        broker.start();
        assertThat(inbox.texts()).as("messages that no assertion has seen").isEmpty();
    }

    /** The call is about to go to the database, and finds the broker gone. */
    private void killAt(String call) {
        surroundings().orders().wire().tap(sent -> {
            if (sent.equals(call)) {
                broker.kill();
            }
        });
    }

    @Test
    @DisplayName("N1 over TCP a message comes after the commit, once")
    void alive() throws Exception {
        xacts.run(() -> {
            insert("a");
            producer.send(inbox.queue(), "a");
        });

        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName(
            "N12 S5 a broker that is down when messages are handed over costs the whole transaction, and is named; the next one finds it again")
    void downAtTheHandOver() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    producer.send(inbox.queue(), "a");
                    broker.kill();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("XACT00330")
                .hasStackTraceContaining(Brokers.PROCESS)
                .hasStackTraceContaining(inbox.queue().getQueueName());
        assertThat(rows()).isEmpty();

        broker.start();
        assertThat(inbox.texts()).isEmpty();
        xacts.run(() -> {
            insert("b");
            producer.send(inbox.queue(), "b");
        });

        assertThat(inbox.texts()).containsExactly("b");
        assertThat(rows()).containsExactly("b");
    }

    @Test
    @DisplayName("S5 one that was started again in the meantime is not noticed")
    void restarted() throws Exception {
        xacts.run(() -> producer.send(inbox.queue(), "before"));
        broker.kill();
        broker.start();
        xacts.run(() -> {
            insert("a");
            producer.send(inbox.queue(), "after");
        });

        assertThat(inbox.texts()).containsExactly("before", "after");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("S5 one that dies before its prepare has all rolled back")
    void diesBeforePrepare() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    producer.send(inbox.queue(), "a");
                    killAt("xa prepare");
                }))
                .isInstanceOf(XactRolledBackException.class);
        surroundings().orders().wire().tap(call -> {});

        broker.start();
        Recovery.scan();
        assertThat(rows()).isEmpty();
        assertThat(inbox.texts()).isEmpty();
    }

    @Test
    @DisplayName("N14 S5 one that dies between its prepare and its commit has recovery send the message, once")
    void diesBeforeCommit() throws Exception {
        xacts.run(() -> {
            insert("a");
            producer.send(inbox.queue(), "a");
            killAt("xa commit");
        });
        surroundings().orders().wire().tap(call -> {});
        assertThat(rows()).containsExactly("a");

        broker.start();
        Awaitility.await().untilAsserted(() -> {
            Recovery.scan();
            assertThat(inbox.texts()).containsExactly("a");
        });
        Recovery.scan();
        assertThat(inbox.texts()).isEmpty();
    }

    @Test
    @DisplayName("S5 one that dies after the commit has the message still")
    void diesAfterCommit() throws Exception {
        xacts.run(() -> {
            insert("a");
            producer.send(inbox.queue(), "a");
        });
        broker.kill();
        broker.start();

        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N7 where no transaction is, a message that can't be sent is an error at the call")
    void downAtOnce() throws Exception {
        String queue = inbox.queue().getQueueName();
        broker.kill();

        assertThatThrownBy(() -> producer.send(inbox.queue(), "a"))
                .isInstanceOf(JMSRuntimeException.class)
                .hasMessageContaining("XACT00320")
                .hasMessageContaining(queue);
    }

    @Test
    @DisplayName("S5 a message that can't even be made is an error at the call, and dooms nothing")
    void downWhenMade() throws Exception {
        JMSContext context = surroundings()
                .container()
                .select(JMSContext.class, OnCommit.Literal.of(Brokers.PROCESS, Mode.XA))
                .get();
        broker.kill();
        xacts.run(() -> {
            insert("a");
            assertThatThrownBy(() -> context.createTextMessage("a"))
                    .isInstanceOf(JMSRuntimeException.class)
                    .hasMessageContaining("XACT00321");
        });

        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName(
            "N1 in mode AFTER_COMMIT a message is lost if the broker is down then; the row is kept, and the log says so")
    void downAfterCommit() throws Exception {
        JMSProducer afterCommit = producer(Mode.AFTER_COMMIT);
        String[] id = new String[1];
        List<String> lines;
        try (LogLines log = LogLines.from(Level.SEVERE)) {
            xacts.run(() -> {
                insert("a");
                afterCommit.send(inbox.queue(), "a");
                id[0] = afterCommit.getStringProperty("xact_id");
                broker.kill();
            });
            lines = log.texts();
        }

        assertThat(lines).singleElement().asString().contains("XACT00333").contains(id[0]);
        assertThat(rows()).containsExactly("a");
    }
}

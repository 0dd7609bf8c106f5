// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.support.Brokers;
import io.xact.support.Inbox;
import io.xact.support.Product;
import io.xact.support.Threads;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** To whom a producer's settings belong. */
class ProducerTest extends MessageTest {

    ProducerTest() {
        super(Product.H2);
    }

    @Test
    @DisplayName("N10 in a transaction settings hold until its end, and no longer")
    void settingsOfTransaction() throws Exception {
        xacts.run(() -> {
            producer.setPriority(9).setProperty("kind", "first");
            send("1");
            xacts.run(() -> send("2"));
        });
        xacts.run(() -> send("3"));

        assertThat(priorities("1", "2", "3")).containsExactly(9, 9, 4);
    }

    @Test
    @DisplayName("N10 a transaction inside has settings of its own, and the outer one finds its own again")
    void settingsOfRequiresNew() throws Exception {
        xacts.run(() -> {
            producer.setPriority(9);
            xacts.with().requiresNew(true).run(() -> send("own"));
            send("outer");
        });

        assertThat(priorities("own", "outer")).containsExactly(4, 9);
    }

    @Test
    @DisplayName("N10 where no transaction is, settings hold until the next send")
    void settingsUntilSend() throws Exception {
        producer.setPriority(9);
        producer.setProperty("kind", "first");
        send("1");
        send("2");

        assertThat(priorities("1", "2")).containsExactly(9, 4);
        assertThat(producer.getStringProperty("kind")).isNull();
    }

    @Test
    @DisplayName("N10 a send that is refused ends them too")
    void settingsOfRefusedSend() throws Exception {
        producer.setPriority(9);
        assertThatThrownBy(() -> producer.send(null, "refused")).isInstanceOf(JMSRuntimeException.class);
        send("next");

        assertThat(priorities("next")).containsExactly(4);
    }

    @Test
    @DisplayName("N11 the identifier of what was sent at once is known too")
    void identifierAtOnce() throws Exception {
        send("a");

        assertThat(inbox.only().getStringProperty("xact_id")).isEqualTo(producer.getStringProperty("xact_id"));
    }

    @Test
    @DisplayName("N10 settings without a send before a transaction don't get into it, nor past it")
    void settingsLeftBehind() throws Exception {
        producer.setPriority(9);
        xacts.run(() -> send("in"));
        send("after");

        assertThat(priorities("in", "after")).containsExactly(4, 4);
    }

    @Test
    @DisplayName("N10 N11 two threads of one producer have settings, messages and identifiers of their own")
    void threads() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Inbox other = new Inbox(Brokers.outside());
        String[] ids = new String[2];

        Threads.together(
                () -> xacts.run(() -> {
                    producer.setPriority(1);
                    Threads.meet(both);
                    send("a");
                    Threads.meet(both);
                    ids[0] = producer.getStringProperty("xact_id");
                }),
                () -> xacts.run(() -> {
                    producer.setPriority(8);
                    Threads.meet(both);
                    producer.send(other.queue(), "b");
                    Threads.meet(both);
                    ids[1] = producer.getStringProperty("xact_id");
                }));

        Message a = inbox.only();
        Message b = other.only();
        assertThat(List.of(a.getJMSPriority(), b.getJMSPriority())).containsExactly(1, 8);
        assertThat(List.of(a.getStringProperty("xact_id"), b.getStringProperty("xact_id")))
                .containsExactly(ids);
    }

    @Test
    @DisplayName("N10 a producer of one's own keeps its settings over transactions")
    void ownProducer() throws Exception {
        JMSProducer own = context().createProducer().setPriority(9);
        xacts.run(() -> own.send(inbox.queue(), "1"));
        own.send(inbox.queue(), "2");
        xacts.run(() -> {
            own.send(inbox.queue(), "3");
            xacts.setRollback(true);
        });

        assertThat(priorities("1", "2")).containsExactly(9, 9);
        assertThat(own.getStringProperty("xact_id")).isNotNull();
    }

    /** The priorities of messages by their texts: the broker gives urgent ones first. */
    private List<Integer> priorities(String... texts) throws JMSException {
        List<Message> messages = inbox.take();
        List<Integer> priorities = new ArrayList<>();
        for (String text : texts) {
            for (Message message : messages) {
                if (message.getBody(String.class).equals(text)) {
                    priorities.add(message.getJMSPriority());
                }
            }
        }
        return priorities;
    }
}

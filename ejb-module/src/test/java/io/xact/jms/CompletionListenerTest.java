// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.OnCommit.Mode;
import io.xact.support.Brokers;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import jakarta.jms.CompletionListener;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TransactionRolledBackException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who asks to be told is told what became of his message: when that is known, and outside the transaction. */
@EveryProduct
class CompletionListenerTest extends MessageTest {

    private final List<String> told = new ArrayList<>();

    private final CompletionListener listener = new CompletionListener() {
        @Override
        public void onCompletion(Message message) {
            told.add("sent " + text(message) + ", " + xacts.isActive());
        }

        @Override
        public void onException(Message message, Exception reason) {
            assertThat(reason).isInstanceOf(TransactionRolledBackException.class);
            told.add("dropped " + text(message) + ", " + xacts.isActive());
        }
    };

    CompletionListenerTest(Product product) {
        super(product);
    }

    private static String text(Message message) {
        try {
            return message.getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("N1 N3 after the commit, or when the scope is undone")
    void told() {
        xacts.run(() -> {
            producer.setAsync(listener);
            assertThat(producer.getAsync()).isSameAs(listener);
            send("outer");
            producer.send(inbox.queue(), context().createTextMessage("message"));
            failing(() -> send("inner"));
            assertThat(told).containsExactly("dropped inner, false");
        });

        assertThat(told).containsExactly("dropped inner, false", "sent outer, false", "sent message, false");
        assertThat(inbox.texts()).containsExactly("outer", "message");
    }

    @Test
    @DisplayName("N2 after a roll back")
    void rollback() throws Exception {
        failing(() -> producer.setAsync(listener).send(inbox.queue(), "ours"));
        Surroundings.transactionManager().begin();
        producer.setAsync(listener).send(inbox.queue(), "foreign");
        Surroundings.transactionManager().rollback();

        assertThat(told).containsExactly("dropped ours, false", "dropped foreign, false");
    }

    @Test
    @DisplayName("N7 at once where no transaction is, and after the commit in mode AFTER_COMMIT")
    void atOnce() {
        producer.setAsync(listener).send(inbox.queue(), "at once");
        xacts.run(() ->
                producer(Brokers.PLAIN, Mode.AFTER_COMMIT).setAsync(listener).send(inbox.queue(), "after"));

        assertThat(told).containsExactly("sent at once, false", "sent after, false");
        assertThat(inbox.texts()).containsExactly("at once", "after");
    }
}

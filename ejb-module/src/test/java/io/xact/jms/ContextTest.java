// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import jakarta.jms.IllegalStateRuntimeException;
import jakarta.jms.JMSContext;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the injected context does, and what it refuses. */
@EveryProduct
class ContextTest extends MessageTest {

    ContextTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName(
            "N13 making messages and destinations touches no session of the transaction: the database commits in one phase")
    void touchesNoSession() throws Exception {
        xacts.run(() -> {
            insert("a");
            context().createTextMessage("a");
            context().createQueue("any");
            context().createTopic("any");
            assertThat(context().getMetaData().getJMSMajorVersion()).isEqualTo(3);
        });

        assertThat(wire().sent(call -> call.equals("xa prepare"))).isEmpty();
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N1 what its producers send to its queues is held like any other")
    void producer() throws Exception {
        xacts.run(() -> context()
                .createProducer()
                .send(
                        context().createQueue(inbox.queue().getQueueName()),
                        context().createTextMessage("a")));

        assertThat(inbox.texts()).containsExactly("a");
    }

    @Test
    @DisplayName("N7 it tells whether what is sent waits for a transaction")
    void tellsOfTransaction() {
        assertThat(context().getTransacted()).isFalse();
        assertThat(context().getSessionMode()).isEqualTo(JMSContext.AUTO_ACKNOWLEDGE);
        xacts.run(() -> {
            assertThat(context().getTransacted()).isTrue();
            assertThat(context().getSessionMode()).isEqualTo(JMSContext.SESSION_TRANSACTED);
        });
    }

    @Test
    @DisplayName("N1 it refuses what would need a connection of its own, or end what isn't its own")
    void refuses() {
        JMSContext context = context();
        Stream<Consumer<JMSContext>> calls = Stream.of(
                JMSContext::close,
                JMSContext::commit,
                JMSContext::rollback,
                JMSContext::recover,
                JMSContext::acknowledge,
                JMSContext::start,
                JMSContext::stop,
                JMSContext::createTemporaryQueue,
                JMSContext::createTemporaryTopic,
                any -> any.createContext(JMSContext.AUTO_ACKNOWLEDGE),
                any -> any.createConsumer(inbox.queue()),
                any -> any.createBrowser(inbox.queue()),
                any -> any.setAutoStart(false),
                any -> any.setClientID("id"),
                any -> any.setExceptionListener(e -> {}),
                any -> any.unsubscribe("name"));
        xacts.run(() -> {
            calls.forEach(call -> assertThatThrownBy(() -> call.accept(context))
                    .isInstanceOf(IllegalStateRuntimeException.class)
                    .hasMessageContaining("XACT00322"));
            send("kept");
        });

        assertThat(inbox.texts()).containsExactly("kept");
    }
}

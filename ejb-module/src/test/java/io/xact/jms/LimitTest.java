// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.OnCommit;
import io.xact.XactRolledBackException;
import io.xact.support.Brokers;
import io.xact.support.EveryProduct;
import io.xact.support.Inbox;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.jms.JMSProducer;
import jakarta.jms.ResourceAllocationRuntimeException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How much one transaction may hold. */
@EveryProduct
class LimitTest extends ScopeTest {

    private static final String HALF = "x".repeat(500);

    private final Inbox inbox = new Inbox(Brokers.outside());
    private final JMSProducer producer = surroundings()
            .container()
            .select(JMSProducer.class, OnCommit.Literal.DEFAULT)
            .get();

    LimitTest(Product product) {
        super(Surroundings.of(product, Map.of("xact.jms.max-held-bytes", "1200")));
    }

    @Test
    @DisplayName("N3 a message over the limit is refused at the call, and dooms its scope, not the outer one")
    void overTheLimit() throws Exception {
        xacts.run(() -> {
            insert("outer");
            producer.send(inbox.queue(), HALF);
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("inner");
                        producer.send(inbox.queue(), HALF);
                        assertThatThrownBy(() -> producer.send(inbox.queue(), HALF))
                                .isInstanceOf(ResourceAllocationRuntimeException.class)
                                .hasMessageContaining("xact.jms.max-held-bytes")
                                .hasMessageContaining("may hold 1200");
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasCauseInstanceOf(ResourceAllocationRuntimeException.class);
            producer.send(inbox.queue(), "what was dropped left its room");
            producer.send(inbox.queue(), HALF);
        });

        assertThat(inbox.texts()).hasSize(3);
        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("N7 what is sent at once has no limit")
    void atOnce() {
        producer.send(inbox.queue(), HALF.repeat(10));

        assertThat(inbox.texts()).hasSize(1);
    }

    @Test
    @DisplayName("N3 properties and names count too")
    void properties() {
        assertThatThrownBy(() -> xacts.run(
                        () -> producer.setProperty("kind", HALF.repeat(3)).send(inbox.queue(), "a")))
                .isInstanceOf(ResourceAllocationRuntimeException.class);
    }
}

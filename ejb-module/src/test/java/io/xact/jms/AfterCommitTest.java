// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.OnCommit.Mode;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.support.Brokers;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import jakarta.jms.JMSProducer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Best effort: sent after the commit, in no transaction. And connection factories that can do no more. */
@EveryProduct
class AfterCommitTest extends MessageTest {

    private final JMSProducer afterCommit = producer(Brokers.PLAIN, Mode.AFTER_COMMIT);

    AfterCommitTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("N1 N13 a message comes after the commit, before the hooks, and costs the database no second phase")
    void commit() throws Exception {
        List<List<String>> seen = new ArrayList<>();
        xacts.run(() -> {
            xacts.onCommit(() -> seen.add(inbox.texts()));
            insert("a");
            afterCommit.send(inbox.queue(), "a");
            afterCommit.send(inbox.queue(), "b");
            surroundings().orders().wire().tap(call -> {
                if (call.equals("xa commit")) {
                    seen.add(inbox.texts());
                }
            });
        });

        assertThat(seen).containsExactly(List.of(), List.of("a", "b"));
        assertThat(wire().sent(call -> call.equals("xa prepare"))).isEmpty();
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N2 N3 it is dropped like any other")
    void dropped() {
        xacts.run(() -> {
            failing(() -> afterCommit.send(inbox.queue(), "nested"));
            afterCommit.send(inbox.queue(), "outer");
        });
        failing(() -> afterCommit.send(inbox.queue(), "rolled back"));

        assertThat(inbox.texts()).containsExactly("outer");
    }

    @Test
    @DisplayName("F2 N1 with a foreign owner it comes after his commit")
    void foreign() throws Exception {
        Surroundings.transactionManager().begin();
        insert("a");
        afterCommit.send(inbox.queue(), "a");
        Surroundings.transactionManager().commit();

        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName(
            "N12 in mode XA a connection factory that enlists nothing costs the transaction, and is named with the cure")
    void notXa() {
        JMSProducer plain = producer(Brokers.PLAIN, Mode.XA);
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    plain.send(inbox.queue(), "a");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("XACT00301")
                .hasStackTraceContaining(Brokers.PLAIN);

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("N1 a connection factory that isn't there is told of at the call, and dooms nothing")
    void notThere() {
        JMSProducer lost = producer("java:/NoSuchFactory", Mode.XA);
        xacts.run(() -> {
            assertThatThrownBy(() -> lost.send(inbox.queue(), "a"))
                    .isInstanceOf(XactDefinitionException.class)
                    .hasMessageContaining("java:/NoSuchFactory");
            send("kept");
        });

        assertThat(inbox.texts()).containsExactly("kept");
    }
}

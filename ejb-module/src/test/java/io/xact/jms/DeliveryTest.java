// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.support.Brokers;
import io.xact.support.EveryProduct;
import io.xact.support.Inbox;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import io.xact.support.WitnessResource;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which messages come, and when. */
@EveryProduct
class DeliveryTest extends MessageTest {

    DeliveryTest(Product product) {
        super(product);
    }

    @Test
    @DisplayName("N1 a message comes once, after the commit, with the row")
    void commit() throws Exception {
        xacts.run(() -> {
            insert("a");
            send("a");
            assertThat(inbox.texts()).as("before the commit").isEmpty();
        });

        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N2 a roll back sends none")
    void rollback() {
        failing(() -> {
            insert("a");
            send("a");
        });

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("N2 neither does a wish to roll back")
    void wish() {
        xacts.run(() -> {
            send("a");
            xacts.setRollback(true);
        });

        assertThat(inbox.texts()).isEmpty();
    }

    @Test
    @DisplayName("N3 K6 a nested scope's roll back drops its messages only")
    void nestedRollback() throws Exception {
        xacts.run(() -> {
            insert("outer");
            send("before");
            failing(() -> {
                insert("inner");
                send("inner");
                xacts.run(() -> send("deeper"));
            });
            send("after");
        });

        assertThat(inbox.texts()).containsExactly("before", "after");
        assertThat(rows()).containsExactly("outer");
    }

    @Test
    @DisplayName("N4 messages of a nested scope that ended well go with the outer one")
    void outerRollback() {
        failing(() -> {
            insert("outer");
            xacts.run(() -> send("inner"));
        });

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("N5 K6 a Rollback drops the messages of the scope that it leaves")
    void rollbackException() {
        xacts.run(() -> {
            send("outer");
            xacts.run(() -> {
                send("inner");
                throw new Rollback();
            });
        });
        xacts.run(() -> {
            send("outermost");
            throw new Rollback();
        });

        assertThat(inbox.texts()).containsExactly("outer");
    }

    @Test
    @DisplayName("N6 a merged scope's failure drops the messages of the scope that it is merged into")
    void mergedFailure() {
        xacts.run(() -> {
            send("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        send("nested");
                        failing(xacts.with().savepoint(false), () -> send("merged"));
                    }))
                    .isInstanceOf(XactRolledBackException.class);
        });

        assertThat(inbox.texts()).containsExactly("outer");
    }

    @Test
    @DisplayName("N7 a message is sent at once where no transaction is")
    void noTransaction() {
        send("a");

        assertThat(inbox.texts()).containsExactly("a");
    }

    @Test
    @DisplayName("N8 the order is kept over levels and destinations")
    void order() {
        Inbox other = new Inbox(Brokers.outside());
        xacts.run(() -> {
            send("1");
            xacts.run(() -> {
                producer.send(other.queue(), "2");
                xacts.run(() -> send("3"));
                producer.send(other.queue(), "4");
            });
            failing(() -> send("dropped"));
            send("5");
        });

        assertThat(inbox.texts()).containsExactly("1", "3", "5");
        assertThat(other.texts()).containsExactly("2", "4");
    }

    @Test
    @DisplayName("N15 a message from a hook is sent at once, also if a scope in the hook fails later")
    void fromHook() throws Exception {
        List<List<String>> seen = new ArrayList<>();
        xacts.run(() -> {
            insert("a");
            xacts.onCommit(() -> {
                send("hook");
                seen.add(inbox.texts());
            });
        });
        failing(() -> xacts.onRollback(() -> send("rolled back")));

        assertThat(seen).containsExactly(List.of("hook"));
        assertThat(inbox.texts()).containsExactly("rolled back");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N1 N2 requiresNew has messages of its own, which come with its own commit")
    void requiresNew() {
        failing(() -> {
            send("outer");
            xacts.with().requiresNew(true).run(() -> send("own"));
            assertThat(inbox.texts()).containsExactly("own");
            failing(xacts.with().requiresNew(true), () -> send("dropped"));
        });

        assertThat(inbox.texts()).isEmpty();
    }

    @Test
    @DisplayName("N3 rolling back to a savepoint by hand drops what was sent since")
    void savepoint() throws Exception {
        xacts.run(() -> {
            insert("a");
            send("before");
            XactSavepoint savepoint = xacts.savepoint();
            send("dropped");
            xacts.rollbackTo(savepoint);
            send("between");
            xacts.rollbackTo(savepoint);
            send("after");
        });

        assertThat(inbox.texts()).containsExactly("before", "after");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N1 N3 scopes by hand keep and drop their messages too")
    void byHand() {
        try (XactScope outer = xacts.begin()) {
            send("outer");
            try (XactScope kept = xacts.begin()) {
                send("kept");
                kept.commit();
            }
            try (XactScope dropped = xacts.begin()) {
                send("dropped in " + dropped);
            }
            outer.commit();
        }

        assertThat(inbox.texts()).containsExactly("outer", "kept");
    }

    @Test
    @DisplayName("N2 a commit that a database refuses sends none")
    void refusedCommit() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    send("a");
                    WitnessResource.refusing().enlist();
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("N1 a transaction that only sends needs no database")
    void onlyMessages() throws Exception {
        xacts.run(() -> {
            send("a");
            send("b");
        });

        List<Message> messages = inbox.take();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).getStringProperty("xact_id"))
                .isNotEqualTo(messages.get(1).getStringProperty("xact_id"));
    }

    @Test
    @DisplayName("Q1 a message in a transaction that somebody has marked is refused, and not sent beside it")
    void marked() {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insert("a");
                    Surroundings.transactionManager().setRollbackOnly();
                    assertThatThrownBy(() -> send("a"))
                            .isInstanceOf(XactStateException.class)
                            .hasMessageContaining("marked for roll back");
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(inbox.texts()).isEmpty();
        assertThat(rows()).isEmpty();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.OnCommit;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.LogRecords;
import io.xact.it.engine.application.Table;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;

/** A broker that takes no message. */
@ApplicationScoped
public class BrokerCases implements Cases {

    /** Its address takes few bytes, and refuses more. */
    static final String FULL = "java:global/jms/full";

    /** Its broker isn't there. */
    private static final String UNREACHABLE = "java:/UnreachableJms";

    private static final int ENOUGH = 100;

    @Inject
    private Xacts xacts;

    @Inject
    private Mailbox mailbox;

    @Inject
    private Outbox outbox;

    @Inject
    @OnCommit(connectionFactory = UNREACHABLE)
    private JMSProducer unreachable;

    @Inject
    @OnCommit(connectionFactory = UNREACHABLE, mode = OnCommit.Mode.AFTER_COMMIT)
    private JMSProducer unreachableAfterCommit;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = FULL)
    private Queue full;

    @DisplayName("N12 S5 a broker that refuses a message costs the whole transaction, other messages too, and is named")
    public void refuses(Table items) throws Exception {
        fill();
        try {
            assertThatThrownBy(() -> xacts.run(() -> {
                        outbox.send("undone");
                        items.insert("undone");
                        outbox.producer().send(full, new byte[1000]);
                    }))
                    .isInstanceOf(XactRolledBackException.class)
                    .hasStackTraceContaining("Address \"jms.queue.full\" is full");
            assertThat(items.committed()).isEmpty();
            assertThat(mailbox.takeTexts()).isEmpty();
        } finally {
            mailbox.empty(full);
        }
        assertWorks(items);
    }

    private void fill() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < ENOUGH; i++) {
                        mailbox.sendDirectly(full, "x".repeat(1000));
                    }
                })
                .isInstanceOf(JMSRuntimeException.class);
    }

    @DisplayName("N12 S5 a broker that can't be reached costs the whole transaction, and is named")
    public void isUnreachable(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    outbox.send("undone");
                    items.insert("undone");
                    unreachable.send(mailbox.queue(), "undone");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("XACT00330")
                .hasStackTraceContaining(UNREACHABLE);
        assertThat(items.committed()).isEmpty();
        assertThat(mailbox.takeTexts()).isEmpty();
        assertWorks(items);
    }

    @DisplayName("N12 after the commit it costs the message, which is logged")
    public void isUnreachableAfterCommit(Table items) throws Exception {
        try (LogRecords log = LogRecords.from(Level.SEVERE)) {
            xacts.run(() -> {
                items.insert("kept");
                unreachableAfterCommit.send(mailbox.queue(), "lost");
            });
            assertThat(log.messages()).singleElement().asString().contains("XACT00333", UNREACHABLE);
        }
        assertThat(items.committed()).containsExactly("kept");
    }

    private void assertWorks(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("next");
            outbox.send("next");
        });
        assertThat(items.committed()).containsExactly("next");
        assertThat(mailbox.takeTexts()).containsExactly("next");
    }
}

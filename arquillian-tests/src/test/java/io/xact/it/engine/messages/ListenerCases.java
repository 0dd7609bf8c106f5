// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.CompletionListener;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** Completion listeners, which the server's own contexts refuse. */
@ApplicationScoped
public class ListenerCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private TransactionalOwner owner;

    @Inject
    private Outbox outbox;

    @Inject
    private Mailbox mailbox;

    /** Notes what it is told. */
    private record Noting(List<String> notes) implements CompletionListener {

        @Override
        public void onCompletion(Message message) {
            note("sent ", message);
        }

        @Override
        public void onException(Message message, Exception exception) {
            note("not sent ", message);
        }

        private void note(String what, Message message) {
            try {
                notes.add(what + message.getBody(String.class));
            } catch (JMSException e) {
                notes.add(e.toString());
            }
        }
    }

    private void send(String text, List<String> notes) {
        outbox.producer().setAsync(new Noting(notes)).send(mailbox.queue(), text);
    }

    @DisplayName("N1 N3 a listener is told of each message whether it was sent, after the commit")
    public void ofScope(Table items) throws Exception {
        List<String> notes = new ArrayList<>();
        xacts.run(() -> {
            items.insert("row");
            send("kept", notes);
            xacts.run(() -> {
                send("undone", notes);
                throw new Rollback();
            });
            assertThat(notes).containsExactly("not sent undone");
        });

        assertThat(notes).containsExactly("not sent undone", "sent kept");
        assertThat(mailbox.takeTexts()).containsExactly("kept");
    }

    @DisplayName("N1 N2 so it is in a transaction of @Transactional")
    public void ofOwner(Table items) throws Throwable {
        List<String> notes = new ArrayList<>();
        owner.transactional(() -> {
            items.insert("row");
            send("kept", notes);
            assertThat(notes).isEmpty();
        });
        assertThatThrownBy(() -> owner.transactional(() -> {
                    send("undone", notes);
                    throw new IllegalStateException("as the case wants it");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(notes).containsExactly("sent kept", "not sent undone");
        assertThat(mailbox.takeTexts()).containsExactly("kept");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** Messages go with their scopes. */
@ApplicationScoped
public class ScopeCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private TransactionalOwner owner;

    @Inject
    private Outbox outbox;

    @Inject
    private Mailbox mailbox;

    private void sendAndFail(String text) throws RefusedException {
        outbox.send(text);
        throw new RefusedException();
    }

    @DisplayName("N1 N8 messages come once, in order, when their transaction has been committed")
    public void committed(Table items) throws Exception {
        xacts.run(() -> {
            outbox.send("first");
            items.insert("row");
            outbox.send("second");
            assertThat(mailbox.takeTexts()).isEmpty();
        });

        assertThat(mailbox.takeTexts()).containsExactly("first", "second");
        assertThat(items.committed()).containsExactly("row");
    }

    @DisplayName("N2 none comes of a transaction that is rolled back")
    public void rolledBack(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("row");
                    sendAndFail("undone");
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(mailbox.takeTexts()).isEmpty();
    }

    @DisplayName("N3 N8 a nested scope that fails takes its messages along, and no others")
    public void nestedFails(Table items) throws Exception {
        xacts.run(() -> {
            outbox.send("before");
            assertThatThrownBy(() -> xacts.run(() -> {
                        items.insert("undone");
                        xacts.run(() -> outbox.send("undone with the scope around"));
                        sendAndFail("undone");
                    }))
                    .isInstanceOf(RefusedException.class);
            xacts.run(() -> outbox.send("nested"));
            outbox.send("after");
        });

        assertThat(mailbox.takeTexts()).containsExactly("before", "nested", "after");
    }

    @DisplayName("N4 none comes of a nested scope that ended well, in a transaction that didn't")
    public void nestedInFailing(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    xacts.run(() -> {
                        items.insert("undone");
                        outbox.send("undone");
                    });
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(mailbox.takeTexts()).isEmpty();
    }

    @DisplayName("K6 N5 a Rollback drops the messages of the scope that it ends, nested or outermost")
    public void byRollback(Table items) throws Exception {
        xacts.run(() -> {
            outbox.send("outer");
            xacts.run(() -> {
                items.insert("undone");
                outbox.send("undone");
                throw new Rollback();
            });
        });
        xacts.run(() -> {
            outbox.send("undone too");
            throw new Rollback();
        });

        assertThat(mailbox.takeTexts()).containsExactly("outer");
    }

    @DisplayName("N6 a merged scope's failure, though it is caught, drops the messages of the scope around it")
    public void mergedFails(Table items) throws Exception {
        xacts.run(() -> {
            outbox.send("outer");
            assertThatThrownBy(() -> xacts.run(() -> {
                        items.insert("undone");
                        outbox.send("undone");
                        assertThatThrownBy(() -> xacts.with().savepoint(false).run(() -> sendAndFail("merged")))
                                .isInstanceOf(RefusedException.class);
                    }))
                    .isInstanceOf(XactRolledBackException.class);
            outbox.send("after");
        });

        assertThat(mailbox.takeTexts()).containsExactly("outer", "after");
    }

    @DisplayName("N3 going back to a savepoint by hand drops the messages since")
    public void backToSavepoint(Table items) throws Exception {
        xacts.run(() -> {
            outbox.send("before");
            XactSavepoint savepoint = xacts.savepoint();
            items.insert("undone");
            outbox.send("undone");
            xacts.rollbackTo(savepoint);
            outbox.send("after");
        });

        assertThat(mailbox.takeTexts()).containsExactly("before", "after");
    }

    @DisplayName("N7 where no transaction is, a message is sent at once")
    public void withoutTransaction() throws JMSException {
        outbox.send("at once");

        assertThat(mailbox.takeTexts()).containsExactly("at once");
    }

    @DisplayName("N7 a transaction of its own sends at its own commit, and the one around it at its")
    public void requiresNew(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            outbox.send("outer");
            xacts.with().requiresNew(true).run(() -> outbox.send("of its own"));
            assertThat(mailbox.takeTexts()).containsExactly("of its own");
        });

        assertThat(mailbox.takeTexts()).containsExactly("outer");
    }

    @DisplayName("N15 a hook sends at once, behind what its transaction has sent")
    public void inHook(Table items) throws Exception {
        List<String> seen = new ArrayList<>();
        xacts.run(() -> {
            xacts.onCommit(() -> sendAndLook(seen));
            items.insert("row");
            outbox.send("held");
        });

        assertThat(seen).containsExactly("held", "of the hook");
    }

    @DisplayName("N15 so does a hook in a transaction of @Transactional")
    public void inHookOfOwner(Table items) throws Throwable {
        List<String> seen = new ArrayList<>();
        owner.transactional(() -> {
            xacts.onCommit(() -> sendAndLook(seen));
            items.insert("row");
            outbox.send("held");
        });

        assertThat(seen).containsExactly("held", "of the hook");
    }

    private void sendAndLook(List<String> seen) {
        try {
            outbox.send("of the hook");
            seen.addAll(mailbox.takeTexts());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}

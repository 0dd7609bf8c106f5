// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.OnCommit;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Only;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.StatementLog;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSProducer;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.junit.jupiter.api.DisplayName;

/** Connection factories that take part in no transaction of the server's, or not in all of it. */
@ApplicationScoped
public class FactoryCases implements Cases {

    /** Not pooled, as for clients. */
    private static final String BARE = "java:/ConnectionFactory";

    /** Pooled, with {@code transaction=none}. */
    private static final String OUTSIDE = "java:/OutsideJms";

    /** Pooled, with {@code transaction=local}. */
    private static final String LOCAL = "java:/LocalJms";

    @Inject
    private Xacts xacts;

    @Inject
    private TransactionalOwner transactional;

    @Inject
    private OwnerBean ejb;

    @Inject
    private Mailbox mailbox;

    @Inject
    private Outbox outbox;

    @Inject
    @OnCommit(connectionFactory = BARE)
    private JMSProducer bare;

    @Inject
    @OnCommit(connectionFactory = OUTSIDE)
    private JMSProducer outside;

    @Inject
    @OnCommit(connectionFactory = LOCAL)
    private JMSProducer local;

    @Inject
    @OnCommit(connectionFactory = BARE, mode = OnCommit.Mode.AFTER_COMMIT)
    private JMSProducer bareAfterCommit;

    @Inject
    @OnCommit(mode = OnCommit.Mode.AFTER_COMMIT)
    private JMSProducer afterCommit;

    @DisplayName("N12 by a factory that is not pooled nothing is sent, nothing is kept, and the error says what to do")
    public void bare(Table items) throws Exception {
        assertRefused(items, bare, BARE);
    }

    @DisplayName(
            "N12 by a pooled factory with transaction=none nothing is sent, nothing is kept, and the error says what to do")
    public void outside(Table items) throws Exception {
        assertRefused(items, outside, OUTSIDE);
    }

    @DisplayName("N12 N13 by a pooled factory with transaction=local, which would commit before the databases, neither")
    public void local(Table items) throws Exception {
        assertRefused(items, local, LOCAL);
    }

    private void assertRefused(Table items, JMSProducer producer, String name) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("undone");
                    producer.send(mailbox.queue(), "undone");
                }))
                .isInstanceOf(XactRolledBackException.class)
                .rootCause()
                .isInstanceOf(XactDefinitionException.class)
                .hasMessageContaining("XACT00301")
                .hasMessageContaining(name)
                .hasMessageContaining("transaction=xa");
        assertThat(items.committed()).isEmpty();
        assertThat(mailbox.takeTexts()).isEmpty();
    }

    @DisplayName("N1 N2 N3 after the commit a factory that is not pooled sends")
    public void bareAfterCommit(Table items) throws Exception {
        assertSendsAfterCommit(items, bareAfterCommit);
    }

    @DisplayName("N1 N2 N3 after the commit a pooled one sends")
    public void pooledAfterCommit(Table items) throws Exception {
        assertSendsAfterCommit(items, afterCommit);
    }

    private void assertSendsAfterCommit(Table items, JMSProducer producer) throws Exception {
        xacts.run(() -> {
            producer.send(mailbox.queue(), "kept");
            items.insert("kept");
            assertThatThrownBy(() -> xacts.run(() -> {
                        producer.send(mailbox.queue(), "undone");
                        throw new RefusedException();
                    }))
                    .isInstanceOf(RefusedException.class);
        });
        assertThatThrownBy(() -> xacts.run(() -> {
                    producer.send(mailbox.queue(), "undone");
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(mailbox.takeTexts()).containsExactly("kept");
    }

    @DisplayName("N1 N2 after the commit of a @Transactional method, too")
    public void afterCommitOfTransactional(Table items) throws Throwable {
        assertSendsAfterCommitOf(transactional::transactional, items);
    }

    @DisplayName("N1 N2 after the commit of an EJB's transaction, too")
    public void afterCommitOfEjb(Table items) throws Throwable {
        assertSendsAfterCommitOf(ejb::required, items);
    }

    @DisplayName("N1 each look-up of a connection factory finds the same one: what is known of it is known once")
    @SuppressWarnings("BanJNDI") // the names are our own
    public void isTheSame(Table items) throws NamingException {
        for (String name : List.of("java:comp/DefaultJMSConnectionFactory", "java:/JmsXA")) {
            ConnectionFactory first = InitialContext.doLookup(name);
            ConnectionFactory second = InitialContext.doLookup(name);
            assertThat(second).as(name).isSameAs(first);
        }
    }

    /** Runs work in a transaction. */
    private interface Owner {
        void run(Step work) throws Throwable;
    }

    private void assertSendsAfterCommitOf(Owner owner, Table items) throws Throwable {
        owner.run(() -> {
            afterCommit.send(mailbox.queue(), "kept");
            items.insertUnguarded("kept");
        });
        assertThatThrownBy(() -> owner.run(() -> {
                    afterCommit.send(mailbox.queue(), "undone");
                    throw new IllegalStateException("as the case wants it");
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(mailbox.takeTexts()).containsExactly("kept");
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("N13 a message that is sent after the commit costs no second phase; one that is sent with it does")
    public void phases(Table items) throws Exception {
        StatementLog log = StatementLog.of(items);
        xacts.run(() -> {
            items.insert("one phase");
            afterCommit.send(mailbox.queue(), "after");
        });
        assertThat(log.statements()).noneMatch(statement -> statement.contains("PREPARE TRANSACTION"));

        StatementLog other = StatementLog.of(items);
        xacts.run(() -> {
            items.insert("two phases");
            outbox.send("with");
        });
        assertThat(other.statements()).anyMatch(statement -> statement.contains("PREPARE TRANSACTION"));
        assertThat(mailbox.takeTexts()).containsExactly("after", "with");
    }
}

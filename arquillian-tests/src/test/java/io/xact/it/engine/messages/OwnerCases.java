// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.TransactionalOwner;
import io.xact.it.engine.entities.Entities;
import io.xact.it.engine.entities.Item;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.junit.jupiter.api.DisplayName;

/** Messages in transactions that somebody else owns. */
@ApplicationScoped
public class OwnerCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private Jta jta;

    @Inject
    private TransactionalOwner transactional;

    @Inject
    private OwnerBean ejb;

    @Inject
    private Entities entities;

    @Inject
    private Outbox outbox;

    @Inject
    private Mailbox mailbox;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource
    private UserTransaction userTransaction;

    /** Runs work in a transaction, which a failure rolls back. */
    private interface Owner {
        void run(Step work) throws Throwable;
    }

    private void byUserTransaction(Step work) throws Throwable {
        userTransaction.begin();
        try {
            work.run();
        } catch (Throwable failure) {
            userTransaction.rollback();
            throw failure;
        }
        userTransaction.commit();
    }

    @DisplayName("N1 N2 N3 a message waits for the commit of a UserTransaction")
    public void userTransaction(Table items) throws Throwable {
        assertOwned(this::byUserTransaction, items);
    }

    @DisplayName("N1 N2 N3 a message waits for the commit of a @Transactional method")
    public void transactionalMethod(Table items) throws Throwable {
        assertOwned(transactional::transactional, items);
    }

    @DisplayName("N1 N2 N3 a message waits for the commit of an EJB's transaction")
    public void ejb(Table items) throws Throwable {
        assertOwned(ejb::required, items);
    }

    private void assertOwned(Owner owner, Table items) throws Throwable {
        owner.run(() -> {
            outbox.send("kept");
            items.insertUnguarded("kept");
            xacts.run(() -> {
                outbox.send("undone");
                throw new Rollback();
            });
            assertThat(mailbox.takeTexts()).isEmpty();
        });
        assertThat(mailbox.takeTexts()).containsExactly("kept");

        assertThatThrownBy(() -> owner.run(() -> {
                    outbox.send("undone");
                    items.insertUnguarded("undone");
                    throw new IllegalStateException("as the case wants it");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(mailbox.takeTexts()).isEmpty();
        assertThat(items.committed()).containsExactly("kept");
    }

    @DisplayName("N2 none comes of a transaction that its owner marks behind the message")
    public void marked(Table items) throws Throwable {
        userTransaction.begin();
        outbox.send("undone");
        items.insert("undone");
        userTransaction.setRollbackOnly();
        assertThatThrownBy(userTransaction::commit).isInstanceOf(jakarta.transaction.RollbackException.class);

        assertThat(mailbox.takeTexts()).isEmpty();
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName(
            "N1 a message comes that is sent while the transaction is about to complete, as a persistence provider's callback may do")
    public void beforeCompletion(Table items) throws Exception {
        Database database = items.database();
        xacts.run(() -> {
            entities.of(database).persist(new Item("row"));
            jta.beforeCompletion(() -> outbox.send("late"));
        });

        assertThat(mailbox.takeTexts()).containsExactly("late");
        assertThat(items.committed()).containsExactly("row");
    }
}

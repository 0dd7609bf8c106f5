// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.application.TransactionalOwner;
import io.xact.it.engine.entities.Entities;
import io.xact.it.engine.entities.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Runs transactions. */
@ApplicationScoped
public class Turns {

    private static final Duration LOOK = Duration.ofMillis(50);

    @Inject
    private Xacts xacts;

    @Inject
    private TransactionalOwner owner;

    @Inject
    private Jta jta;

    @Inject
    private Tables tables;

    @Inject
    private Entities entities;

    @Inject
    private Sender sender;

    @Inject
    private Receipts receipts;

    /** Runs a transaction; the answer has a line for each message: its name, its identifier, and what is to become of it. */
    List<String> play(Turn turn) throws Throwable {
        List<String> messages = new ArrayList<>();
        Step work = () -> {
            work(turn, messages);
            end(turn, messages);
        };
        try {
            if (turn.way() == Way.TRANSACTIONAL) {
                owner.transactional(work);
            } else {
                xacts.run(work::run);
            }
        } catch (UndoneException asWanted) {
            return messages;
        }
        return messages;
    }

    private void work(Turn turn, List<String> messages) throws Exception {
        switch (turn.way()) {
            case ROW_THEN_MESSAGE -> {
                insert(turn);
                send(turn, messages);
            }
            case MESSAGE_THEN_ROW -> {
                send(turn, messages);
                insert(turn);
            }
            case ENTITY_THEN_MESSAGE -> {
                persist(turn);
                send(turn, messages);
            }
            case MESSAGE_THEN_ENTITY, TRANSACTIONAL -> {
                send(turn, messages);
                persist(turn);
            }
            case TWO_DATABASES -> {
                send(turn, messages, turn.otherDatabase(), turn.database());
                insert(turn, turn.otherDatabase());
                insert(turn);
            }
            case NESTED -> {
                xacts.run(() -> send(turn, messages));
                insert(turn);
            }
            case SLOWED -> {
                send(turn, messages);
                jta.manager().getTransaction().enlistResource(new ParkingResource());
                insert(turn);
            }
        }
    }

    private void end(Turn turn, List<String> messages) {
        switch (turn.ending()) {
            case COMMIT -> {}
            case UNDO -> throw new UndoneException();
            case UNDO_NESTED ->
                xacts.run(() -> {
                    String id = sender.send(turn.by(), turn.nestedName(), turn.database());
                    messages.add(turn.nestedName() + " " + id + " undone");
                    throw new Rollback();
                });
        }
    }

    private void send(Turn turn, List<String> messages) {
        send(turn, messages, turn.database());
    }

    private void send(Turn turn, List<String> messages, Database... where) {
        String id = sender.send(turn.by(), turn.name(), where);
        messages.add(turn.name() + " " + id + (turn.ending() == Ending.UNDO ? " undone" : " kept"));
    }

    private void insert(Turn turn) throws SQLException {
        insert(turn, turn.database());
    }

    private void insert(Turn turn, Database database) throws SQLException {
        Table items = tables.in(database);
        if (turn.isUnguarded()) {
            items.insertUnguarded(turn.name());
        } else {
            items.insert(turn.name());
        }
    }

    private void persist(Turn turn) {
        entities.of(turn.database()).persist(new Item(turn.name()));
    }

    /** Sends a message, inserts a row, and tells what of it is there when a branch is committed that was enlisted after both. */
    String witness(Turn turn) throws Exception {
        WitnessResource witness = new WitnessResource(() -> seen(turn));
        xacts.run(() -> {
            send(turn, new ArrayList<>());
            insert(turn);
            jta.manager().getTransaction().enlistResource(witness);
        });
        return witness.seen();
    }

    private String seen(Turn turn) {
        try {
            return (tables.in(turn.database()).hasCommitted(turn.name()) ? "row" : "no row")
                    + (isReceived(turn.name()) ? ", message" : ", no message");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isReceived(String name) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(LOOK)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> receipts.hasMessageOf(name));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}

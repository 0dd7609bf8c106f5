// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work on PostgreSQL that meets another transaction in its first attempt, or in each, and is refused with a serialization failure.
 * Needs the rows {@code mine} and {@code other}.
 */
public final class Conflict {

    private final Table items;
    private final TransactionManager transactions;
    private final int failingAttempts;
    private final AtomicInteger attempts = new AtomicInteger();

    public Conflict(Table items, TransactionManager transactions, int failingAttempts) {
        this.items = items;
        this.transactions = transactions;
        this.failingAttempts = failingAttempts;
    }

    public int attempts() {
        return attempts.get();
    }

    private boolean isToFail() {
        return attempts.incrementAndGet() <= failingAttempts;
    }

    /** The other one changes the row that this one has read and changes too: the second change fails. */
    public void atStatement() throws SQLException {
        items.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        items.names();
        if (isToFail()) {
            items.executeByOther("UPDATE item SET amount = amount + 1 WHERE name = 'mine'");
        }
        items.execute("UPDATE item SET amount = amount + 1 WHERE name = 'mine'");
    }

    /** PostgreSQL says so because it is asked to; for scopes inside others, where the isolation can't be chosen any more. */
    public void atRaisingStatement() throws SQLException {
        if (isToFail()) {
            items.execute("DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''serialization_failure''; END'");
        }
        items.execute("UPDATE item SET amount = amount + 1 WHERE name = 'mine'");
    }

    /** Each reads what the other one changes, and the other one commits first: the commit fails. */
    public void atCommit() throws Exception {
        readAll();
        if (isToFail()) {
            Transaction mine = transactions.suspend();
            Transaction other = beginOther();
            transactions.resume(mine);
            add("mine");
            transactions.suspend();
            commit(other);
            transactions.resume(mine);
        } else {
            add("mine");
        }
    }

    private Transaction beginOther() throws Exception {
        transactions.begin();
        readAll();
        add("other");
        return transactions.suspend();
    }

    private void commit(Transaction transaction) throws Exception {
        transactions.resume(transaction);
        transactions.commit();
    }

    private void readAll() throws SQLException {
        items.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        items.names();
    }

    private void add(String name) throws SQLException {
        items.execute("UPDATE item SET amount = amount + 1 WHERE name = '" + name + "'");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.Block;
import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.entities.Entities;
import io.xact.it.engine.entities.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.io.IOException;
import java.sql.SQLException;

/** What handlers can do with transactions and databases: each step has a name, and some have an argument. Thread-safe. */
@ApplicationScoped
public class Steps {

    @Inject
    private Xacts xacts;

    @Inject
    private Tables tables;

    @Inject
    private Entities entities;

    @Inject
    private Jta jta;

    @Inject
    private Log log;

    @Inject
    private Gate gate;

    /** Does a step, if it is one of these. */
    public boolean take(String step, String argument) throws Exception {
        switch (step) {
            case "insert" -> tables.postgresql().insert(argument);
            case "insert-h2" -> tables.h2().insert(argument);
            case "insert-unguarded" -> tables.postgresql().insertUnguarded(argument);
            case "insert-swallowed" -> swallow(() -> tables.postgresql().insert(argument));
            case "insert-unguarded-swallowed" ->
                swallow(() -> tables.postgresql().insertUnguarded(argument));
            case "insert-orphan" -> Sql.execute(tables.postgresql().guarded(), "INSERT INTO part VALUES ('nowhere')");
            case "persist" -> entities.of(Database.POSTGRESQL).persist(new Item(argument));
            case "increment" -> increment(argument);
            case "be-serializable" ->
                Sql.execute(tables.postgresql().guarded(), "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
            case "contend" -> contend(argument);
            case "nest" -> xacts.run(() -> tables.postgresql().insert(argument));
            case "nest-failing" -> nestFailing(tables.postgresql(), argument);
            case "nest-h2-failing" -> nestFailing(tables.h2(), argument);
            case "set-rollback" -> xacts.setRollback(true);
            case "mark" -> jta.manager().setRollbackOnly();
            case "commit-by-hand" -> jta.manager().commit();
            case "rollback-by-hand" -> jta.manager().rollback();
            case "begin-by-hand" -> jta.manager().begin();
            case "leave-open" -> xacts.begin();
            case "on-commit" -> xacts.onCommit(() -> log.add(argument));
            case "on-rollback" -> xacts.onRollback(() -> log.add(argument));
            case "on-commit-failing" ->
                xacts.onCommit(() -> {
                    throw new IllegalStateException(argument);
                });
            case "log-transaction" -> log.add(argument + transaction());
            case "mark-on-error" -> markOnError(argument);
            case "serialization-failure" -> serializationFailure();
            case "sleep-in-database" -> Sql.query(tables.postgresql().guarded(), "SELECT pg_sleep(" + argument + ")");
            case "kill-connection" -> killConnection();
            case "pass-gate" -> gate.pass();
            case "rollback" -> throw new Rollback();
            case "throw" -> throw new IllegalStateException(argument);
            case "throw-io" -> throw new IOException(argument);
            case "throw-error" -> throw new AssertionError(argument);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** How deep in scopes the thread is, and in which transaction, if in any. */
    public String transaction() throws Exception {
        return jta.manager().getStatus() == Status.STATUS_NO_TRANSACTION
                ? xacts.depth() + " none"
                : xacts.depth() + " " + (jta.manager().getStatus() == Status.STATUS_ACTIVE ? "active" : "other");
    }

    private void swallow(Block<SQLException> statement) {
        try {
            statement.run();
        } catch (SQLException swallowed) {
            log.add("swallowed " + swallowed.getSQLState());
        }
    }

    private void nestFailing(Table table, String name) throws SQLException {
        try {
            xacts.run(() -> {
                table.insert(name);
                throw new IllegalArgumentException(name);
            });
        } catch (IllegalArgumentException expected) {
            log.add("undone " + name);
        }
    }

    private void markOnError(String message) {
        try {
            xacts.markOnError(() -> {
                throw new IllegalArgumentException(message);
            });
        } catch (IllegalArgumentException expected) {
            log.add(message);
        }
    }

    private void increment(String name) throws SQLException {
        tables.postgresql().execute("UPDATE item SET amount = amount + 1 WHERE name = '" + name + "'");
    }

    /** Changes one of the shared rows, having read them all; what others change meanwhile may be a conflict now, or at the commit. */
    private void contend(String name) {
        try {
            Sql.query(tables.postgresql().guarded(), "SELECT amount FROM item WHERE name LIKE 'shared-%'");
            increment(name);
        } catch (SQLException swallowed) {
            log.add("swallowed " + swallowed.getSQLState());
        }
    }

    /** Somebody else changes what this transaction has read, and it wants to change it too. */
    private void serializationFailure() throws SQLException {
        tables.postgresql().executeByOther("INSERT INTO item (name) VALUES ('disputed')");
        tables.postgresql().execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        Sql.query(tables.postgresql().guarded(), "SELECT amount FROM item WHERE name = 'disputed'");
        tables.postgresql().executeByOther("UPDATE item SET amount = 7 WHERE name = 'disputed'");
        swallow(() -> increment("disputed"));
    }

    private void killConnection() throws SQLException {
        String process = Sql.query(tables.postgresql().guarded(), "SELECT pg_backend_pid()")
                .get(0);
        tables.postgresql().observe("SELECT pg_terminate_backend(" + process + ")");
    }
}

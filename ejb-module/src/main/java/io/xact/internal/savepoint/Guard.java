// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Scope;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.XactEngine;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands before each statement of one connection: refuses it in a doomed scope, has the savepoints set that open scopes
 * still lack, and dooms the scope if the statement fails. Used by one thread at a time, as the connection is.
 */
final class Guard {

    private final XactEngine engine;
    private final String name;
    private final DataSource dataSource;
    private final Connection raw;

    /** The stack of the transaction that the connection was opened in. */
    private final @Nullable ScopeStack openedIn;

    Guard(XactEngine engine, String name, DataSource dataSource, Connection raw) {
        this.engine = engine;
        this.name = name;
        this.dataSource = dataSource;
        this.raw = raw;
        Scope scope = engine.current();
        this.openedIn = scope == null ? null : scope.stack();
    }

    /** A call that reaches the database. */
    @FunctionalInterface
    interface Call {
        @Nullable Object run() throws Throwable;
    }

    /** Runs a statement by the rules of the scope it is in. */
    @Nullable Object statement(Call call) throws Throwable {
        Scope scope = scope();
        if (scope == null) {
            return call.run();
        }
        scope.requireUsable();
        return dooming(scope, () -> {
            branch(scope).beforeStatement(raw);
            return call.run();
        });
    }

    /** Goes on with a statement that has begun: fetches rows, looks for further results. */
    @Nullable Object continuation(Call call) throws Throwable {
        Scope scope = scope();
        return scope == null ? call.run() : dooming(scope, call);
    }

    private static @Nullable Object dooming(Scope scope, Call call) throws Throwable {
        try {
            return call.run();
        } catch (SQLException e) {
            scope.fail(e);
            throw e;
        }
    }

    /** Refuses what would end the transaction, or its savepoints, behind the scope's back. */
    void refuseInScope(String method) {
        Scope scope = scope();
        if (scope != null) {
            throw SavepointLog.LOG.refusedInScope(method, name, scope.path());
        }
    }

    private Branch branch(Scope scope) throws SQLException {
        return scope.stack().listener(physical(), stack -> new Branch(name, dataSource, stack));
    }

    /**
     * The one object that stands for the physical connection, whichever handle and whichever name of its data source it
     * was reached by: both pools' handles answer with it here, and no other JDBC call does in both.
     */
    private Connection physical() throws SQLException {
        return raw.getMetaData().getConnection();
    }

    private @Nullable Scope scope() {
        Scope scope = engine.current();
        ScopeStack stack = scope == null ? null : scope.stack();
        if (openedIn != null && openedIn != stack && !openedIn.isCompleted()) {
            throw SavepointLog.LOG.connectionOfSuspendedTransaction(name);
        }
        return scope;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Scope;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.savepoint.Pending.Prefix;
import io.xact.internal.sql.Dialect;
import io.xact.internal.sql.SqlText;
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
    private final Sources sources;
    private final String name;
    private final DataSource dataSource;
    private final Connection raw;

    /** Of the raw connection; {@code null} until it is first needed. */
    private @Nullable Dialect dialect;

    /** The stack of the transaction that the connection is a part of. */
    private @Nullable ScopeStack partOf;

    /** Where its statements were seen last. */
    private @Nullable Branch lastBranch;

    Guard(XactEngine engine, Sources sources, String name, DataSource dataSource, Connection raw) {
        this.engine = engine;
        this.sources = sources;
        this.name = name;
        this.dataSource = dataSource;
        this.raw = raw;
        this.partOf = engine.joined();
    }

    /** A call that reaches the database. */
    @FunctionalInterface
    interface Call {
        @Nullable Object run() throws Throwable;
    }

    /** A statement that may have others travel before it. */
    interface Carrier extends Call {

        /** Whether the statement and these would do all that they do one after the other. */
        boolean takes(Prefix prefix) throws SQLException;

        @Nullable Object runBehind(Prefix prefix) throws Throwable;
    }

    /**
     * The connection was asked for: from now on its data source counts as touched, and follows scopes that are to come.
     *
     * @param arrival how it came
     */
    void opened(Arrival arrival) throws SQLException {
        if (partOf == null) {
            sources.heal(raw);
        } else if (!partOf.isBeyondHelp()) {
            arrival.at(branch(partOf));
        }
    }

    /** Runs a statement by the rules of the scope it is in; the savepoints it needs are set before. */
    @Nullable Object statement(Call call) throws Throwable {
        return inScope(call, branch -> runAlone(call, branch, branch.pending()));
    }

    /** Runs a statement by the rules of the scope it is in; the savepoints it needs travel with it if they can. */
    @Nullable Object statement(Carrier carrier) throws Throwable {
        return inScope(carrier, branch -> {
            Pending pending = branch.pending();
            if (!pending.isEmpty() && branch.takesPrefix() && carrier.takes(pending.prefix())) {
                branch.told(pending);
                return carrier.runBehind(pending.prefix());
            }
            return runAlone(carrier, branch, pending);
        });
    }

    private @Nullable Object runAlone(Call call, Branch branch, Pending pending) throws Throwable {
        if (!pending.canWait()) {
            branch.tell(pending, raw);
        }
        return call.run();
    }

    /** Prepares a statement, for which some drivers ask the database. */
    @Nullable Object preparation(Call call) throws Throwable {
        return inScope(call, branch -> call.run());
    }

    private interface Execution {
        @Nullable Object on(Branch branch) throws Throwable;
    }

    private @Nullable Object inScope(Call outside, Execution inside) throws Throwable {
        ScopeStack stack = stack();
        Scope scope = stack == null ? null : stack.current();
        if (stack == null || scope == null) {
            return noting(null, outside);
        }
        scope.requireUsable();
        return noting(scope, () -> {
            Branch branch = branch(stack);
            branch.touch();
            return inside.on(branch);
        });
    }

    /** What would travel before a statement that ran now; {@code null} if nothing would. */
    @Nullable Prefix prefix() throws SQLException {
        Scope scope = engine.current();
        if (scope == null || !scope.stack().isUsable()) {
            return null;
        }
        Branch branch = branch(scope.stack());
        Pending pending = branch.pending();
        return pending.isEmpty() || !branch.takesPrefix() ? null : pending.prefix();
    }

    /** Goes on with a statement that has begun: fetches rows, looks for further results. */
    @Nullable Object continuation(Call call) throws Throwable {
        return noting(scope(), call);
    }

    /** A failure dooms the scope; and a database may refuse to keep anything after it, which is looked at before the commit. */
    private @Nullable Object noting(@Nullable Scope scope, Call call) throws Throwable {
        try {
            return call.run();
        } catch (SQLException e) {
            if (scope != null) {
                scope.fail(e);
            }
            if (lastBranch != null) {
                lastBranch.suspect(e);
            }
            throw e;
        }
    }

    /** Refuses what would end the transaction, or its savepoints, behind the scope's back. */
    void refuseInScope(String what) {
        Scope scope = scope();
        if (scope != null) {
            throw SavepointLog.LOG.refusedInScope(what, name, scope.path());
        }
    }

    /** As {@link #refuseInScope}, for text. */
    void refuseControlInScope(@Nullable SqlText sql) {
        if (sql != null && engine.current() != null && sql.controlsTransaction()) {
            refuseInScope("A statement that controls the transaction");
        }
    }

    private Branch branch(ScopeStack stack) throws SQLException {
        Branch branch = Branch.of(raw, dialect(), stack, sources, name, dataSource);
        lastBranch = branch;
        return branch;
    }

    private Dialect dialect() throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(raw);
            dialect = known;
        }
        return known;
    }

    private @Nullable Scope scope() {
        ScopeStack stack = stack();
        return stack == null ? null : stack.current();
    }

    private @Nullable ScopeStack stack() {
        ScopeStack stack = engine.joined();
        if (stack != partOf) {
            requirePartOf(stack);
            partOf = stack;
        }
        return stack;
    }

    /** A connection that was opened elsewhere writes elsewhere; unless the server has taken it into the transaction, as WildFly can. */
    private void requirePartOf(@Nullable ScopeStack stack) {
        if (partOf != null && !partOf.isCompleted()) {
            throw SavepointLog.LOG.connectionOfSuspendedTransaction(name);
        }
        if (stack != null && !stack.isBeyondHelp() && !isPhysicallyPartOf(stack)) {
            throw SavepointLog.LOG.connectionOfNoTransaction(name);
        }
    }

    private boolean isPhysicallyPartOf(ScopeStack stack) {
        UnguardedWatch watch = UnguardedWatch.of(stack);
        if (watch == null || !watch.hasEnlisted(dataSource)) {
            return false;
        }
        try (Connection member = dataSource.getConnection()) {
            return Branch.physical(member) == Branch.physical(raw);
        } catch (SQLException e) {
            SavepointLog.LOG.debugf(e, "%s: whether a connection is part of the transaction can't be told", name);
            return false;
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * One open scope of a transaction. Used by the thread that has the transaction. It ends exactly once, by
 * {@link #returned} or {@link #thrown}.
 */
public abstract sealed class Scope permits UndoableScope, MergedScope {

    private final ScopeStack stack;
    private final @Nullable Scope parent;
    private final XactDefinition definition;
    private final RollbackFlag flag;
    private final int depth;

    Scope(ScopeStack stack, XactDefinition definition, RollbackFlag flag) {
        this.stack = stack;
        this.parent = stack.current();
        this.definition = definition;
        this.flag = flag;
        this.depth = parent == null ? 1 : parent.depth + 1;
    }

    /** The body returned normally. Afterwards the scope is closed, whatever is thrown. */
    abstract void returned();

    /**
     * The body threw. Afterwards the scope is closed.
     *
     * @return the scope's result, if the failure is swallowed here; otherwise the failure is thrown
     */
    abstract @Nullable Object thrown(Throwable failure);

    /** The point to which the scope can be undone; {@code null} if it has none of its own. */
    @Nullable Mark mark() {
        return null;
    }

    /**
     * The stack that it stands in.
     *
     * @return the stack of its transaction
     */
    public final ScopeStack stack() {
        return stack;
    }

    final @Nullable Scope parent() {
        return parent;
    }

    final XactDefinition definition() {
        return definition;
    }

    /** The flag of the nearest scope that can be undone; its own, if it can. */
    final RollbackFlag flag() {
        return flag;
    }

    final Transactions transactions() {
        return stack.transactions();
    }

    /** 1 for the outermost. */
    final int depth() {
        return depth;
    }

    /**
     * Where this is, in words.
     *
     * @return the names of the scopes, outermost first: {@code importFile > line 17}
     */
    public final String path() {
        return parent == null ? definition.name() : parent.path() + " > " + definition.name();
    }

    /**
     * A statement, or whatever else counts as the scope's work, has failed: the scope is doomed.
     *
     * @param failure what failed
     */
    public final void fail(Throwable failure) {
        flag.fail(failure, path());
    }

    /**
     * To be asked before each statement.
     *
     * @throws io.xact.BrokenScopeException if the scope is doomed; its cause is the first failure
     */
    public final void requireUsable() {
        requireOpen();
        RollbackFlag.Doom doom = flag.doom();
        if (doom != null) {
            throw doom.isLoud()
                    ? EngineLog.LOG.statementInDoomedScope(path(), doom.path(), doom.failure())
                    : EngineLog.LOG.statementAfterSetRollback(path());
        }
    }

    /**
     * To be asked before a connection is opened.
     *
     * @throws io.xact.BrokenScopeException if the transaction was ended by its timeout
     */
    public final void requireOpen() {
        if (stack.isCompleted()) {
            throw EngineLog.LOG.statementAfterTimeout(path(), EngineLog.LOG.timedOut(path(), null));
        }
    }

    /**
     * Where no scope of ours stands around this one, nobody would say at the end that its work is gone: an EJB container
     * returns normally from a transaction that somebody has marked.
     *
     * @throws io.xact.XactRolledBackException if the transaction can't be committed any more
     */
    final void requireCommittable() {
        if (parent == null && !transactions().isUnmarked()) {
            throw EngineLog.LOG.markedBySomebodyElse(
                    path(), Transactions.nameOf(transactions().status()));
        }
    }

    /**
     * Takes the scope off its stack.
     *
     * @return what is wrong about leaving here: the transaction was ended or replaced by somebody else
     */
    final @Nullable RuntimeException leave() {
        boolean current = stack.isAssociated();
        stack.pop(this);
        return current
                ? null
                : EngineLog.LOG.transactionReplaced(
                        path(), Transactions.nameOf(transactions().status()));
    }
}

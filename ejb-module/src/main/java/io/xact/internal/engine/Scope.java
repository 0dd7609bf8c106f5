// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * One open scope of a transaction. Used by the thread that has the transaction. It ends exactly once, by
 * {@link #returned}, {@link #thrown} or {@link #discarded}.
 */
public abstract sealed class Scope permits UndoableScope, MergedScope {

    private final ScopeStack stack;
    private final @Nullable Scope parent;
    private final XactDefinition definition;
    private final RollbackFlag flag;
    private final int depth;
    private final long entered;
    private @Nullable ManualScope handle;

    Scope(ScopeStack stack, XactDefinition definition, RollbackFlag flag) {
        this.stack = stack;
        this.parent = stack.current();
        this.definition = definition;
        this.flag = flag;
        this.depth = parent == null ? 1 : parent.depth + 1;
        this.entered = stack.lastSequence();
    }

    /** The body returned normally. Afterwards the scope is closed, whatever is thrown. */
    abstract void returned();

    /**
     * The body threw. Afterwards the scope is closed.
     *
     * @return the scope's result, if the failure is swallowed here; otherwise the failure is thrown
     */
    abstract @Nullable Object thrown(Throwable failure);

    /** The code wishes no more of it. Afterwards the scope is closed, whatever is thrown. */
    abstract void discarded();

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

    /** Who ends it by hand; {@code null} if it ends with a block. */
    final @Nullable ManualScope handle() {
        return handle;
    }

    final void endsBy(ManualScope newHandle) {
        handle = newHandle;
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
            throw doom.failure() == null
                    ? EngineLog.LOG.statementAfterSetRollback(path())
                    : EngineLog.LOG.statementInDoomedScope(path(), doom.path(), doom.failure());
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

    /** The savepoints that were taken by hand here end with the scope; what came since is a part of it. */
    final void releaseSavepoints() throws Exception {
        Mark first = stack.firstSince(entered);
        if (first != null) {
            stack.release(first);
        }
    }

    /** They end, and what came since goes with what is around. */
    final void closeSavepoints() {
        stack.closeSince(entered);
    }

    /**
     * Takes the scope off its stack. Scopes that were opened by hand inside it and not ended doom it, and go with it.
     *
     * @return what is wrong about leaving here: the transaction was ended or replaced by somebody else
     */
    final @Nullable RuntimeException leave() {
        dropLeftOpen();
        boolean associated = stack.isAssociated();
        stack.pop(this);
        return associated
                ? null
                : EngineLog.LOG.transactionReplaced(
                        path(), Transactions.nameOf(transactions().status()));
    }

    /** Ends what was opened by hand inside it and not ended, up to a block that still runs. */
    final void dropLeftOpen() {
        Scope open = ScopeStack.currentScope(transactions());
        while (open != null && open != this && open.handle != null) {
            flag.fail(open.handle.leftOpen(), path());
            open.handle.drop();
            open = ScopeStack.currentScope(transactions());
        }
    }
}

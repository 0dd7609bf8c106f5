// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Block;
import io.xact.XactSavepoint;
import jakarta.transaction.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What code may ask of the thread's transaction and its innermost scope, and tell them. Thread-safe; keeps no state of its
 * own.
 */
public final class CurrentScope {

    private final XactEngine engine;

    /**
     * Of the calling thread, whichever that is.
     *
     * @param engine knows the scopes
     */
    public CurrentScope(XactEngine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /**
     * Whether the thread has a transaction.
     *
     * @return {@code true} if there is one that is not completed
     */
    public boolean isActive() {
        return engine.transactions().isActive();
    }

    /**
     * Demands a transaction.
     *
     * @throws io.xact.XactStateException if the thread has none
     */
    public void requireActive() {
        if (!isActive()) {
            throw EngineLog.LOG.transactionRequired();
        }
    }

    /**
     * How deep the innermost scope is.
     *
     * @return 0 outside any scope
     */
    public int depth() {
        Scope current = engine.current();
        return current == null ? 0 : current.depth();
    }

    /**
     * The innermost scope's flag.
     *
     * @return whether the scope is doomed
     * @throws io.xact.XactStateException outside any scope
     */
    public boolean isRollback() {
        return required().flag().isSet();
    }

    /**
     * Sets or lifts the innermost scope's flag.
     *
     * @param on whether the scope is to be rolled back at its edge
     * @throws io.xact.XactStateException outside any scope
     */
    public void setRollback(boolean on) {
        Scope scope = required();
        if (on) {
            scope.flag().wish(scope.path());
        } else {
            scope.flag().lift();
        }
    }

    /**
     * Takes a savepoint in the innermost scope.
     *
     * @return the savepoint
     * @throws io.xact.XactStateException outside any scope
     * @throws io.xact.BrokenScopeException if the scope is doomed
     */
    public XactSavepoint savepoint() {
        return ManualSavepoint.in(required());
    }

    /**
     * Undoes what came since a savepoint.
     *
     * @param savepoint of the innermost scope
     */
    public void rollbackTo(XactSavepoint savepoint) {
        valid(savepoint).rollBack();
    }

    /**
     * Forgets a savepoint.
     *
     * @param savepoint of the innermost scope
     */
    public void release(XactSavepoint savepoint) {
        valid(savepoint).release();
    }

    private ManualSavepoint valid(XactSavepoint savepoint) {
        Scope current = required();
        if (Objects.requireNonNull(savepoint, "savepoint") instanceof ManualSavepoint own) {
            own.requireValidIn(current);
            return own;
        }
        throw EngineLog.LOG.savepointOfOtherScope(current.path(), savepoint.toString());
    }

    private Scope required() {
        Scope current = engine.current();
        if (current == null) {
            throw EngineLog.LOG.noScope();
        }
        return current;
    }

    /**
     * Runs a block whose failure dooms the innermost scope, if there is one.
     *
     * @param block what to run
     * @param <X> what it may throw
     * @throws X what it threw
     */
    public <X extends Throwable> void markOnError(Block<X> block) throws X {
        try {
            block.run();
        } catch (Throwable failure) {
            Scope current = engine.current();
            if (current != null) {
                current.fail(failure);
            }
            throw failure;
        }
    }

    /**
     * Runs a hook after the commit, or at once where no transaction is.
     *
     * @param hook what to run; its failure comes out
     * @throws io.xact.XactStateException if the transaction is marked, or completing
     */
    public void onCommit(Runnable hook) {
        addHook(Hooks.Kind.COMMIT, hook);
    }

    /**
     * Runs a hook after the commit, or at once where no transaction is.
     *
     * @param hook what to run; its failure is logged
     */
    public void onCommitRobust(Runnable hook) {
        addHook(Hooks.Kind.COMMIT_ROBUST, hook);
    }

    /**
     * Runs a hook after a roll back; ignored where no transaction is.
     *
     * @param hook what to run; its failure is logged
     */
    public void onRollback(Runnable hook) {
        addHook(Hooks.Kind.ROLLBACK, hook);
    }

    private void addHook(Hooks.Kind kind, Runnable action) {
        Hooks.Hook hook = new Hooks.Hook(kind, Objects.requireNonNull(action, "hook"));
        ScopeStack stack = waiting("A hook", kind != Hooks.Kind.ROLLBACK);
        if (stack == null) {
            hook.runCommitted();
        } else {
            stack.hooks().add(hook);
        }
    }

    /**
     * The scopes of the thread's transaction, for what is to wait until that is committed.
     *
     * @param what what is to wait, for a message
     * @return {@code null} where there is nothing to wait for
     * @throws io.xact.XactStateException if the transaction will not, or can't be told to, be committed any more
     * @throws io.xact.BrokenScopeException if it was ended by its timeout
     */
    public @Nullable ScopeStack waiting(String what) {
        return waiting(what, true);
    }

    private @Nullable ScopeStack waiting(String what, boolean forCommit) {
        Transactions transactions = engine.transactions();
        if (transactions.isCompleting() || (forCommit && isLost())) {
            throw tooLate(what);
        }
        if (!transactions.isActive()) {
            return null;
        }
        ScopeStack stack = engine.stack();
        if (!stack.isTold()) {
            stack.forgetIfOver();
            throw tooLate(what);
        }
        return stack;
    }

    /** What is done now would not be undone with the rest, if it were done at once. */
    private boolean isLost() {
        Scope current = engine.current();
        if (current != null) {
            current.requireOpen();
        }
        int status = engine.transactions().status();
        return status == Status.STATUS_MARKED_ROLLBACK || status == Status.STATUS_ROLLEDBACK;
    }

    private RuntimeException tooLate(String what) {
        return EngineLog.LOG.tooLate(
                what, Transactions.nameOf(engine.transactions().status()));
    }
}

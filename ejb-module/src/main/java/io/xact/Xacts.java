// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * {@link Xact} without annotations, and the calls that go with a scope; an injectable bean, thread-safe.
 *
 * <pre>{@code
 * @Inject Xacts xacts;
 *
 * xacts.run(() -> {
 *     orders.store(order);
 *     try {
 *         xacts.run(() -> gifts.reserve(order));   // undone alone if it fails
 *     } catch (OutOfStockException e) {
 *         order.withoutGift();
 *     }
 *     xacts.onCommit(() -> mail.confirm(order));
 * });
 * }</pre>
 *
 * <p>The scope belongs to the JTA transaction, not to the thread: a thread that runs outside it has no scope.
 */
public interface Xacts {

    /**
     * Runs a block in a scope: outermost where no transaction is, nested otherwise. Afterwards the transaction state is
     * what it was before.
     *
     * @param block what to run
     * @param <X> what it may throw
     * @throws X what the block threw, the same instance; its work is undone. A {@link Rollback} is swallowed
     * @throws XactRolledBackException if the block returned normally but could not be kept; its work is undone
     * @throws XactTimeoutException if the transaction timed out; its work is undone
     * @throws HeuristicOutcomeException if the outcome is mixed or not known
     * @throws XactStateException if the transaction was ended by somebody else, or can't take a scope in its state
     */
    <X extends Throwable> void run(Block<X> block) throws X;

    /**
     * Runs work in a scope and gives its result; otherwise as {@link #run}.
     *
     * @param work what to run
     * @param <T> its result's type
     * @param <X> what it may throw
     * @return the work's result; after a {@link Rollback} its value, or {@code null}
     * @throws X what the work threw, the same instance; its work is undone. A {@link Rollback} is swallowed
     */
    <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X;

    /**
     * Opens a scope by hand, for code that can't be a block.
     *
     * <pre>{@code
     * try (XactScope scope = xacts.begin()) {
     *     orders.store(order);
     *     scope.commit();
     * }
     * }</pre>
     *
     * @return the scope, innermost from now on; left without {@link XactScope#commit}, it is rolled back
     * @throws XactStateException if the thread's transaction can't take a scope in its state
     */
    XactScope begin();

    /**
     * The same with options.
     *
     * @return options with {@link Xact}'s defaults
     */
    XactOptions with();

    /**
     * Whether the calling thread is inside a scope or any JTA transaction.
     *
     * @return {@code true} if a transaction is associated with the thread and not yet completed
     */
    boolean isActive();

    /**
     * Demands a transaction, for code that must not run without one (a locking read, say).
     *
     * @throws XactStateException if {@link #isActive()} is {@code false}
     */
    void requireActive();

    /**
     * How deep the current scope is, merged scopes counted.
     *
     * @return 0 outside any scope (also in a foreign transaction and in hooks), 1 in the outermost, 2 inside that …;
     *     counted anew inside {@code requiresNew}
     */
    int depth();

    /**
     * The current scope's flag; in a merged scope that of the nearest scope with a savepoint.
     *
     * @return whether the scope is doomed, by a failure or by {@link #setRollback}
     * @throws XactStateException outside a scope
     */
    boolean isRollback();

    /**
     * Says whether the current scope is to be rolled back at its edge, without an exception. Until then its statements
     * are refused with a {@link BrokenScopeException}.
     *
     * <p>{@code true} after a failure leaves the failure in place: the edge still raises
     * {@link XactRolledBackException}. {@code false} lifts the flag, whoever set it, for code that has recovered by
     * itself; on PostgreSQL a failed statement leaves the branch unusable until it is rolled back to a savepoint.
     *
     * @param on whether to roll back
     * @throws XactStateException outside a scope; or if the flag is to be lifted where only the JTA transaction itself
     *     carries it, whose mark is final
     */
    void setRollback(boolean on);

    /**
     * Runs a hook after the outermost commit, outside any transaction, in order of registration. Dropped with the scope
     * that is rolled back. Where no transaction is, runs at once.
     *
     * <p>If it fails, its exception comes out of the outermost scope as it is, with an {@link XactCommittedException}
     * suppressed on it, and the hooks after it are dropped; with a foreign owner it is logged instead.
     *
     * @param hook what to run
     * @throws XactStateException if the transaction is marked for roll back by somebody else, or is completing
     */
    void onCommit(Runnable hook);

    /**
     * As {@link #onCommit}, but a failure ({@link Exception}) is logged and the next hook runs.
     *
     * @param hook what to run
     * @throws XactStateException as {@link #onCommit}
     */
    void onCommitRobust(Runnable hook);

    /**
     * Runs a hook when the current scope, or one around it, is rolled back: after the undo, before control leaves the
     * edge, outside any transaction, newest first. A failure is logged. Where no transaction is, it is ignored. It does
     * not run when the process dies.
     *
     * @param hook what to run
     * @throws XactStateException if the transaction is completing; or if somebody else had marked it before anything of xact
     *     was in it, and the transaction manager tells nobody any more of its end
     */
    void onRollback(Runnable hook);

    /**
     * A point in the current scope to which its work can be undone by hand, on data sources that are touched later too.
     * Nothing is sent until the next statement.
     *
     * @return the savepoint; it ends with its scope
     * @throws XactStateException outside a scope
     * @throws BrokenScopeException if the scope is doomed
     */
    XactSavepoint savepoint();

    /**
     * Undoes what the current scope did since a savepoint, which stays valid; savepoints after it end. Hooks since then
     * are dropped, {@link #onRollback} hooks run. Allowed in a doomed scope, whose flag it leaves as it is.
     *
     * @param savepoint of the current scope
     * @throws XactStateException if the savepoint is of another scope, or has ended
     * @throws XactRolledBackException if it could not be undone; then the whole transaction is doomed
     */
    void rollbackTo(XactSavepoint savepoint);

    /**
     * Forgets a savepoint and those after it; the work since stays a part of the scope.
     *
     * @param savepoint of the current scope; ended afterwards
     * @throws XactStateException if the savepoint is of another scope, or has ended
     * @throws XactRolledBackException if a database refused; then the scope is doomed
     */
    void release(XactSavepoint savepoint);

    /**
     * For library code: a failure in the block dooms the current scope, so that it can't be caught and forgotten. The
     * block gets no scope of its own. Where no scope is, nothing is marked.
     *
     * @param block what to run
     * @param <X> what it may throw
     * @throws X what the block threw, the same instance
     */
    <X extends Throwable> void markOnError(Block<X> block) throws X;

    /**
     * A guarded data source by name, as {@link Guarded} injects it.
     *
     * @param jndiName the name, as in {@code java:jboss/datasources/OrdersDS}; empty for the default data source
     * @return a data source; its look-up happens at the first connection
     */
    DataSource guarded(String jndiName);
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Work;
import io.xact.XactException;
import io.xact.XactScope;
import io.xact.internal.engine.MergedScope.Merging;
import io.xact.internal.engine.Transactions.Suspension;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one entrance for interceptors, lambdas and the filter: runs work in a scope. Thread-safe; keeps no state of its own,
 * all of it lies in the transaction.
 */
public final class XactEngine {

    /** One watch for a transaction, also where applications with engines of their own share it. */
    private static final Object WATCH = new Object();

    private final Transactions transactions;
    private final FailurePolicy policy;
    private final Retries retries;
    private final Function<? super ScopeStack, ? extends ScopeListener> watch;

    /**
     * Over a transaction service.
     *
     * @param transactions the calling thread's transactions
     * @param policy what is to be decided about failures
     * @param watch makes the listener that joins each transaction first
     */
    public XactEngine(
            Transactions transactions,
            FailurePolicy policy,
            Function<? super ScopeStack, ? extends ScopeListener> watch) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.retries = new Retries(transactions, policy);
        this.watch = Objects.requireNonNull(watch, "watch");
    }

    /**
     * Runs work in a scope. Afterwards the thread's transaction is the one from before.
     *
     * @param definition how the scope is to run
     * @param work the scope's body
     * @param <T> the result's type
     * @param <X> what the body may throw
     * @return the body's result, or that of the {@link io.xact.Rollback} that left it
     * @throws X what the body threw, the same instance
     */
    public <T extends @Nullable Object, X extends Throwable> T call(XactDefinition definition, Work<T, X> work)
            throws X {
        if (mustStandAside(definition)) {
            return transactions.outside(() -> callIn(enter(definition), work));
        }
        return callIn(enter(definition), work);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a Rollback's value has been checked against the definition
    private static <T extends @Nullable Object, X extends Throwable> T callIn(Scope scope, Work<T, X> work) {
        T result;
        try {
            result = work.call();
            Stages.requireDone(result, scope);
        } catch (Throwable failure) {
            return (T) scope.thrown(failure);
        }
        Stages.end(scope, result);
        return result;
    }

    /**
     * Runs an attempt, which is to open a scope of this definition, and does so again as long as it fails for want of
     * serializability and the definition has retries left. In a transaction it runs once.
     *
     * @param definition tells how often
     * @param attempt opens the scope
     * @param <T> the result's type
     * @param <X> what the attempt may throw
     * @return the result of the attempt that succeeded
     * @throws X what the last attempt threw
     */
    public <T extends @Nullable Object, X extends Throwable> T retry(XactDefinition definition, Work<T, X> attempt)
            throws X {
        return retries.call(definition, attempt);
    }

    /**
     * Opens a scope that is ended by hand.
     *
     * @param definition how the scope is to run
     * @return the scope, innermost from now on
     * @throws io.xact.XactDefinitionException if the definition needs a body to look at
     */
    public XactScope begin(XactDefinition definition) {
        if (definition.retries() > 0 || !definition.dontRollbackOn().isEmpty()) {
            throw EngineLog.LOG.needsBody(definition.origin());
        }
        Suspension aside = mustStandAside(definition) ? transactions.standAside() : Suspension.NONE;
        try {
            return new ManualScope(enter(definition), aside);
        } catch (Throwable failure) {
            throw resumed(failure, aside);
        }
    }

    private static RuntimeException resumed(Throwable failure, Suspension aside) {
        try {
            aside.close();
        } catch (RuntimeException e) {
            Failures.suppress(failure, e);
        }
        return Failures.<RuntimeException>sneak(failure);
    }

    /** A transaction of its own is wanted; or the thread's is finished, and only its callbacks still run. */
    private boolean mustStandAside(XactDefinition definition) {
        return switch (transactions.status()) {
            case Status.STATUS_NO_TRANSACTION -> false;
            case Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK ->
                current() == null || definition.propagation() == Propagation.REQUIRE_NEW;
            default -> definition.propagation() == Propagation.REQUIRE_NEW;
        };
    }

    private Scope enter(XactDefinition definition) {
        if (transactions.status() == Status.STATUS_NO_TRANSACTION) {
            return push(beginTransaction(definition));
        }
        refuseDurableInside(definition);
        if (transactions.isCompleting()) {
            throw EngineLog.LOG.completing(definition.origin(), Transactions.nameOf(transactions.status()));
        }
        return push(join(stack(), definition));
    }

    private void refuseDurableInside(XactDefinition definition) {
        if (definition.propagation() == Propagation.DISALLOW_EXISTING) {
            throw EngineLog.LOG.durableInside(definition.origin(), here());
        }
    }

    private static Scope push(Scope scope) {
        scope.stack().push(scope);
        return scope;
    }

    private Scope beginTransaction(XactDefinition definition) {
        Transaction transaction;
        try {
            transaction = transactions.begin(definition.timeoutSeconds());
        } catch (Exception e) {
            throw EngineLog.LOG.beginFailed(definition.origin(), e);
        }
        try {
            OutermostScope scope = new OutermostScope(watched(false), definition, transaction, policy, retries);
            EngineLog.LOG.debugf("begin %s (%s)", scope.path(), transaction);
            return scope;
        } catch (RuntimeException e) {
            Failures.suppress(e, transactions.detach());
            throw e;
        }
    }

    private Scope join(ScopeStack stack, XactDefinition definition) {
        if (stack.isForeign() && definition.timeoutSeconds() > 0) {
            EngineLog.LOG.timeoutIgnored(definition.origin());
        }
        Scope parent = stack.current();
        RollbackFlag around = parent == null ? stack.foreignFlag() : parent.flag();
        if (definition.propagation() == Propagation.JOIN_EXISTING) {
            return new MergedScope(
                    stack, definition, around, policy.mergedFailuresAreSilent() ? Merging.SILENT : Merging.RAISED);
        }
        return isDoomed(around)
                ? new MergedScope(stack, definition, around, Merging.DOOMED)
                : nest(stack, definition, around);
    }

    private boolean isDoomed(RollbackFlag around) {
        return around.isSet() || !transactions.isUnmarked();
    }

    private Scope nest(ScopeStack stack, XactDefinition definition, RollbackFlag around) {
        stack.flush();
        try {
            return new NestedScope(stack, definition, stack.open(definition.using()));
        } catch (XactException e) {
            throw e;
        } catch (Exception e) {
            if (isDoomed(around)) { // what came before has failed, and it shows only now
                return new MergedScope(stack, definition, around, Merging.DOOMED);
            }
            throw EngineLog.LOG.notOpened(definition.origin(), e);
        }
    }

    /**
     * Runs work outside the thread's transaction, which is there again afterwards, whatever comes of the work.
     *
     * @param work what to run; it must leave no transaction open
     * @param <T> the result's type
     * @param <X> what the work may throw
     * @return the work's result
     * @throws X what the work threw
     */
    public <T extends @Nullable Object, X extends Throwable> T outside(Work<T, X> work) throws X {
        return transactions.outside(work);
    }

    /**
     * Suspends the thread's transaction, if there is one, for a handler of which nobody knows what it leaves behind.
     *
     * @param handler what runs meanwhile, in words
     * @return to be closed by the same thread
     */
    public Outside standAside(String handler) {
        return new Outside(this, handler, transactions.standAside());
    }

    /**
     * Whether the thread has a transaction, in whatever state.
     *
     * @return {@code false} where one can begin
     */
    public boolean hasTransaction() {
        return transactions.status() != Status.STATUS_NO_TRANSACTION;
    }

    /**
     * Rolls back what has been left open on the thread, which has no transaction afterwards.
     *
     * @param handler who left it, in words
     * @return what to report; {@code null} if nothing was open
     */
    public @Nullable XactException endLeftOpen(String handler) {
        return hasTransaction() ? LeftOpen.end(transactions, handler) : null;
    }

    Transactions transactions() {
        return transactions;
    }

    /** The stack of the thread's transaction, which is there; made now if somebody else began it. */
    ScopeStack stack() {
        ScopeStack found = ScopeStack.find(transactions);
        return found == null ? watched(true) : found;
    }

    private ScopeStack watched(boolean foreign) {
        ScopeStack stack = ScopeStack.create(transactions, foreign);
        stack.listener(WATCH, watch);
        return stack;
    }

    private String here() {
        Scope current = current();
        return current == null ? "a transaction that it did not begin" : "the scope " + current.path();
    }

    /**
     * The calling thread's innermost scope.
     *
     * @return {@code null} outside any scope
     */
    public @Nullable Scope current() {
        return ScopeStack.currentScope(transactions);
    }

    /**
     * The scopes of the thread's transaction, also if there are none yet; what joins them follows those to come.
     *
     * @return {@code null} if the thread has no transaction, or one that nothing can join any more
     */
    public @Nullable ScopeStack joined() {
        return transactions.isUnmarked() ? stack() : ScopeStack.find(transactions);
    }
}

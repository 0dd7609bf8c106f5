// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The open scopes of one JTA transaction, and what follows them. It belongs to the transaction, not to a thread: it is
 * found by the transaction's key, and goes with it through suspend and resume. Used by the thread that has the
 * transaction; its end may come on the reaper's.
 */
public final class ScopeStack implements Synchronization {

    /**
     * By transaction key, from the first scope or hook until the transaction has ended and the last scope is left. Not kept
     * in the transaction's registry: Narayana's refuses to answer once a timeout has ended the transaction, and that is
     * when its open scopes have to be known. Another copy of our classes has stacks of its own.
     */
    private static final Map<Object, ScopeStack> OPEN = new ConcurrentHashMap<>();

    /** Shared by all copies of our classes in one transaction, so a string key and a type of the JDK. */
    private static final String SEQUENCE_KEY = "io.xact.sequence";

    private final Transactions transactions;
    private final Object transactionKey;
    private final boolean foreign;
    private final AtomicLong sequence;
    private final RollbackFlag foreignFlag;
    private final Hooks hooks;
    private final List<ScopeListener> listeners = new ArrayList<>();
    private final IdentityHashMap<Object, ScopeListener> listenersByKey = new IdentityHashMap<>();
    private volatile @Nullable Scope current;
    private volatile boolean completed;
    private volatile boolean committed;

    private ScopeStack(Transactions transactions, boolean foreign) {
        this.transactions = transactions;
        this.foreign = foreign;
        this.transactionKey = Objects.requireNonNull(transactions.key(), "transaction key");
        this.foreignFlag = new ForeignFlag(this);
        this.hooks = new Hooks(transactions);
        this.sequence = sharedSequence(transactions);
        this.listeners.add(hooks);
    }

    /** The stack of the thread's transaction; {@code null} if there is no transaction, or no scope or hook has been in it. */
    static @Nullable ScopeStack find(Transactions transactions) {
        Object key = transactions.key();
        return key == null ? null : OPEN.get(key);
    }

    /** A stack for the thread's transaction, which must be active and have none yet. */
    static ScopeStack create(Transactions transactions, boolean foreign) {
        ScopeStack stack = new ScopeStack(transactions, foreign);
        transactions.register(stack);
        OPEN.put(stack.transactionKey, stack);
        return stack;
    }

    /** For tests: transactions whose stacks are still kept. */
    static int countOpen() {
        return OPEN.size();
    }

    private static AtomicLong sharedSequence(Transactions transactions) {
        Object shared = transactions.resource(SEQUENCE_KEY);
        if (shared instanceof AtomicLong found) {
            return found;
        }
        AtomicLong fresh = new AtomicLong();
        transactions.putResource(SEQUENCE_KEY, fresh);
        return fresh;
    }

    /**
     * The listener under a key; made and joined at the first call.
     *
     * @param key what it is for, compared by identity
     * @param factory makes it
     * @param <L> its type, the same for all calls with the key
     * @return the one listener of this transaction under that key
     */
    @SuppressWarnings("unchecked")
    public <L extends ScopeListener> L listener(Object key, Function<? super ScopeStack, L> factory) {
        ScopeListener found = listenersByKey.get(key);
        if (found == null) {
            found = factory.apply(this);
            listenersByKey.put(key, found);
            listeners.add(found);
        }
        return (L) found;
    }

    /**
     * The listeners of a type.
     *
     * @param type the type
     * @param <L> the type
     * @return those that have joined so far
     */
    public <L extends ScopeListener> Stream<L> listeners(Class<L> type) {
        return listeners.stream().filter(type::isInstance).map(type::cast);
    }

    /**
     * The marks of all open scopes.
     *
     * @return outermost first
     */
    public Deque<Mark> openMarks() {
        Deque<Mark> marks = new ArrayDeque<>();
        for (Scope scope = current; scope != null; scope = scope.parent()) {
            Mark mark = scope.mark();
            if (mark != null) {
                marks.addFirst(mark);
            }
        }
        return marks;
    }

    /**
     * The mark of the innermost open scope that has one.
     *
     * @return {@code null} if no scope can be undone to a mark
     */
    public @Nullable Mark innermostMark() {
        Scope scope = current;
        while (scope != null && scope.mark() == null) {
            scope = scope.parent();
        }
        return scope == null ? null : scope.mark();
    }

    /**
     * The innermost open scope.
     *
     * @return {@code null} if none is open
     */
    public @Nullable Scope current() {
        return current;
    }

    /**
     * A number for savepoint names.
     *
     * @return one that no copy of our classes gets again in this transaction
     */
    public long nextSequence() {
        return sequence.incrementAndGet();
    }

    Hooks hooks() {
        return hooks;
    }

    boolean isForeign() {
        return foreign;
    }

    Transactions transactions() {
        return transactions;
    }

    /** Whether the calling thread has this transaction, even if it has ended (by a timeout) in the meantime. */
    boolean isAssociated() {
        return transactionKey.equals(transactions.key());
    }

    /**
     * Whether the transaction has ended.
     *
     * @return {@code true} from the completion callbacks on
     */
    public boolean isCompleted() {
        return completed;
    }

    /** Whether it ended, and with a commit. */
    boolean isCommitted() {
        return committed;
    }

    /** The flag of what is around the outermost scope, where that is somebody else's transaction. */
    RollbackFlag foreignFlag() {
        return foreignFlag;
    }

    void push(Scope scope) {
        current = scope;
    }

    void pop(Scope scope) {
        current = scope.parent();
        forgetIfOver();
    }

    private void forgetIfOver() {
        if (completed && current == null) {
            forget();
        }
    }

    /** The transaction is off the thread, even if its end was never told. */
    void forget() {
        OPEN.remove(transactionKey);
    }

    Mark newMark(int depth) {
        return new Mark(nextSequence(), depth);
    }

    /** Tells every listener that a scope begins. */
    void open(Mark mark) throws Exception {
        tellAll(listener -> listener.opened(mark));
    }

    /** What failed could not be undone: no scope that is open can be kept. */
    void failForGood(Throwable failure, String path) {
        for (Scope scope = current; scope != null; scope = scope.parent()) {
            scope.flag().failForGood(failure, path);
        }
        if (foreign) {
            foreignFlag.fail(failure, path);
        }
    }

    /** Has every listener keep what came since the mark; the first failure is thrown, with later ones suppressed. */
    void release(Mark mark) throws Exception {
        tellAll(listener -> listener.released(mark));
    }

    /** Has every listener undo what came since the mark; the first failure is thrown, with later ones suppressed. */
    void undo(Mark mark) throws Exception {
        tellAll(listener -> listener.undone(mark));
    }

    private interface Message {
        void tell(ScopeListener listener) throws Exception;
    }

    /** The newest listener first, so that hooks, which joined first, come after the databases. */
    private void tellAll(Message message) throws Exception {
        Exception first = null;
        for (int i = listeners.size() - 1; i >= 0; i--) {
            Exception failure = tell(listeners.get(i), message);
            if (first == null) {
                first = failure;
            } else {
                Failures.suppress(first, failure);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable Exception tell(ScopeListener listener, Message message) {
        try {
            message.tell(listener);
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    @Override
    public void beforeCompletion() {
        for (int i = 0; i < listeners.size(); i++) { // a listener may bring in another one
            Exception failure = tell(listeners.get(i), ScopeListener::beforeCompletion);
            if (failure != null) {
                throw EngineLog.LOG.beforeCompletionFailed(failure);
            }
        }
    }

    @Override
    public void afterCompletion(int status) {
        committed = status == Status.STATUS_COMMITTED;
        completed = true;
        if (foreign) {
            transactions.runOutside(committed ? this::runCommittedLogged : hooks::rolledBack);
        }
        for (ScopeListener listener : listeners) {
            Exception failure = tell(listener, told -> told.afterCompletion(committed));
            if (failure != null) {
                EngineLog.LOG.afterCompletionFailed(failure);
            }
        }
        forgetIfOver();
    }

    private void runCommittedLogged() {
        try {
            hooks.committed();
        } catch (RuntimeException e) {
            EngineLog.LOG.hookFailedAfterForeignCommit(e);
        }
    }
}

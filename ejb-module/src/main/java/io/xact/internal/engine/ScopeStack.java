// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Transactions transactions;
    private final Object transactionKey;
    private final boolean foreign;
    private final SharedState shared;
    private final RollbackFlag foreignFlag;
    private final Hooks hooks;
    private final Listeners listeners = new Listeners();
    private volatile @Nullable Scope current;
    private List<String> leftOut = List.of();
    private boolean isReleasing;
    private boolean isTold = true;
    private volatile boolean completed;
    private volatile boolean committed;

    private ScopeStack(Transactions transactions, boolean foreign) {
        this.transactions = transactions;
        this.foreign = foreign;
        this.transactionKey = Objects.requireNonNull(transactions.key(), "transaction key");
        this.foreignFlag = new ForeignFlag(this);
        this.shared = new SharedState(transactions);
        this.hooks = new Hooks(transactions, hold());
        this.listeners.add(hooks);
    }

    /** The stack of the thread's transaction; {@code null} if there is no transaction, or no scope or hook has been in it. */
    public static @Nullable ScopeStack find(Transactions transactions) {
        Object key = transactions.key();
        return key == null ? null : OPEN.get(key);
    }

    /** The innermost scope of the thread's transaction; {@code null} outside any scope. */
    static @Nullable Scope currentScope(Transactions transactions) {
        ScopeStack stack = find(transactions);
        return stack == null ? null : stack.current();
    }

    /** A stack for the thread's transaction, which must be active and have none yet. */
    static ScopeStack create(Transactions transactions, boolean foreign) {
        ScopeStack stack = new ScopeStack(transactions, foreign);
        stack.register();
        OPEN.put(stack.transactionKey, stack);
        return stack;
    }

    /**
     * A marked transaction takes no synchronization: Narayana refuses it, and WildFly drops it in silence. A scope may run there still; a
     * hook would never be called.
     */
    private void register() {
        try {
            transactions.register(this);
            isTold = !transactions.isMarked();
        } catch (RuntimeException e) {
            if (!transactions.isMarked()) {
                throw e;
            }
            isTold = false;
        }
    }

    /** For tests: transactions whose stacks are still kept. */
    static int countOpen() {
        return OPEN.size();
    }

    /**
     * The listener under a key; made and joined at the first call.
     *
     * @param key what it is for, compared by identity
     * @param factory makes it
     * @param <L> its type, the same for all calls with the key
     * @return the one listener of this transaction under that key
     */
    public <L extends ScopeListener> L listener(Object key, Function<? super ScopeStack, L> factory) {
        return listeners.get(key, () -> factory.apply(this));
    }

    /**
     * The listeners of a type.
     *
     * @param type the type
     * @param <L> the type
     * @return those that have joined so far
     */
    public <L extends ScopeListener> Stream<L> listeners(Class<L> type) {
        return listeners.ofType(type);
    }

    /**
     * The open marks, also those of other copies of our classes.
     *
     * @return innermost first, as they are at the moment
     */
    public Iterable<Mark> openMarks() {
        return shared.levels().innermostFirst();
    }

    /**
     * Whether any copy of our classes follows what is done on a physical connection, and sets the savepoints of all.
     *
     * @param physicalConnection compared by identity
     * @return {@code false} if nobody has asked for its savepoints yet
     */
    public boolean isFollowed(Object physicalConnection) {
        return shared.isFollowed(physicalConnection);
    }

    /**
     * The savepoints that are set on a physical connection, by any copy of our classes.
     *
     * @param physicalConnection compared by identity
     * @return their names by sequence number, to be changed by whoever sets or ends one
     */
    public NavigableMap<Long, String> savepointsOn(Object physicalConnection) {
        return shared.savepointsOn(physicalConnection);
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
     * The newest sequence number.
     *
     * @return marks that are opened from now on have larger ones
     */
    public long lastSequence() {
        return shared.lastSequence();
    }

    /**
     * Whether no other copy of our classes was in the transaction before this one.
     *
     * @return {@code false} if there may be savepoints of which this copy doesn't know
     */
    public boolean isFirst() {
        return shared.isFirst();
    }

    /**
     * Whether no other copy of our classes is in the transaction.
     *
     * @return {@code false} once another copy has had a scope or a hook here
     */
    public boolean isAlone() {
        return shared.isAlone();
    }

    Hooks hooks() {
        return hooks;
    }

    /**
     * Makes room for what is to wait until the transaction ends.
     *
     * @param <T> what waits
     * @return nothing yet; whose it is has it follow the scopes, as their listener
     */
    public <T> HeldWork<T> hold() {
        return new HeldWork<>(shared);
    }

    /** Whether it will be told of the transaction's end. */
    boolean isTold() {
        return isTold;
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

    /**
     * Whether no statement runs any more, and the outermost edge will say so.
     *
     * @return {@code true} if the transaction has ended, or was marked by somebody else
     */
    public boolean isBeyondHelp() {
        return completed || !transactions.isUnmarked();
    }

    /**
     * Whether a statement could run in the innermost scope, or outside any.
     *
     * @return {@code false} if the scope is doomed, or the transaction marked or ended
     */
    public boolean isUsable() {
        Scope scope = current;
        return !isBeyondHelp() && (scope == null || !scope.flag().isSet());
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

    /** It is of no use any more, or never will be. */
    void forgetIfOver() {
        if ((completed || !isTold) && current == null) {
            forget();
        }
    }

    /** The transaction is off the thread, even if its end was never told. */
    void forget() {
        OPEN.remove(transactionKey);
    }

    /** Has what is held back in memory done, where that is of any use; a failure is that of whoever held it back. */
    void flush() {
        if (isBeyondHelp()) {
            return;
        }
        try {
            listeners.tellAll(ScopeListener::flush);
        } catch (Exception e) {
            throw Failures.<RuntimeException>sneak(e);
        }
    }

    /** Opens a mark, and tells every listener; if one refuses, it is not open. */
    Mark open(List<String> using) throws Exception {
        Mark mark = shared.levels().open(shared.nextSequence(), using);
        try {
            listeners.tellAll(listener -> listener.opened(mark));
        } catch (Exception e) {
            closeSince(mark.sequence() - 1);
            throw e;
        }
        return mark;
    }

    /**
     * Something has failed outside any statement of a scope: what is innermost is doomed.
     *
     * @param failure what failed
     */
    public void fail(Throwable failure) {
        Scope scope = current;
        if (scope == null) {
            foreignFlag.fail(failure, "the transaction around the scopes");
        } else {
            scope.fail(failure);
        }
    }

    /**
     * Whether a mark can still be undone to.
     *
     * @param sequence the sequence number of a mark of this transaction
     * @return {@code false} once it was released or undone, or has ended with its scope
     */
    public boolean isOpen(long sequence) {
        return shared.levels().isOpen(sequence);
    }

    /**
     * Has guarded connections of data sources stay outside the transaction, if they are opened from now on.
     *
     * @param names the JNDI names of the data sources
     * @return those that stayed outside until now
     */
    public List<String> leaveOut(List<String> names) {
        List<String> before = leftOut;
        leftOut = List.copyOf(names);
        return before;
    }

    /**
     * The data sources whose guarded connections stay outside.
     *
     * @return their JNDI names
     */
    public List<String> leftOut() {
        return leftOut;
    }

    /** The outermost of the marks that were opened after a sequence number and are still open. */
    @Nullable Mark firstSince(long sequenceNumber) {
        return shared.levels().firstSince(sequenceNumber);
    }

    /**
     * Has every listener keep what came since the mark; the first failure is thrown, with later ones suppressed. Where all of the transaction
     * goes, nothing can fail: no statement runs.
     */
    void release(Mark mark) throws Exception {
        isReleasing = true;
        try {
            flush();
            listeners.tellAll(listener -> listener.releasing(mark));
        } finally {
            isReleasing = false;
        }
        closeSince(mark.sequence() - 1);
        listeners.tellAll(listener -> listener.release(mark));
        listeners.tellAll(listener -> listener.released(mark));
    }

    /** Has every listener undo what came since the mark; the first failure is thrown, with later ones suppressed. */
    void undo(Mark mark) throws Exception {
        closeSince(mark.sequence() - 1);
        shared.noteUndone(mark.sequence());
        listeners.tellAll(listener -> listener.undone(mark, false));
    }

    /** As {@link #undo}, but the mark stays open. */
    void undoTo(Mark mark) throws Exception {
        closeSince(mark.sequence());
        shared.noteUndone(mark.sequence());
        listeners.tellAll(listener -> listener.undone(mark, true));
    }

    /** Marks that were opened after a sequence number are open no more; what came since them goes with what is around. */
    void closeSince(long sequenceNumber) {
        shared.levels().closeSince(sequenceNumber);
    }

    /**
     * Whether what came since a mark is being settled before it is kept. Who is to hear of a failure then is told by it: the scope
     * that ends is not innermost any more.
     *
     * @return {@code true} while listeners flush because of a release, and say whether they can follow it
     */
    public boolean isReleasing() {
        return isReleasing;
    }

    /** Adds to a failure what the listeners know of why the transaction is marked. */
    void explain(Throwable failure) {
        if (!completed && transactions.isMarked()) {
            listeners
                    .ofType(ScopeListener.class)
                    .forEach(listener -> Failures.suppress(failure, listener.explain(failure)));
        }
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

    /** Persistence contexts are flushed by synchronizations too, later ones than this: one that is registered now comes after them. */
    @Override
    public void beforeCompletion() {
        refuseIfLeftOpen(current);
        if (transactions.isUnmarked()) {
            transactions.register(new Last());
        }
    }

    /** The last to be told before the branches are prepared. */
    private final class Last implements Synchronization {

        @Override
        public void beforeCompletion() {
            try {
                listeners.beforeCompletion();
                listeners.handOver();
            } catch (Exception e) {
                throw EngineLog.LOG.beforeCompletionFailed(e);
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }

    /** The owner knows nothing of a scope that was opened by hand, and would commit what that one was to decide on. */
    private void refuseIfLeftOpen(@Nullable Scope open) {
        ManualScope handle = open == null ? null : open.handle();
        if (foreign && handle != null) {
            throw handle.leftOpen();
        }
    }

    @Override
    public void afterCompletion(int status) {
        committed = status == Status.STATUS_COMMITTED;
        completed = true;
        try {
            if (foreign) {
                transactions.runOutside(committed ? this::runCommittedLogged : hooks::rolledBack);
            }
        } finally {
            listeners.afterCompletion(committed);
            reportIfLeftOpen(current, status);
            forgetIfOver();
        }
    }

    /**
     * Who ends the transaction on its own thread, under a scope that was opened by hand, cleans up behind it: a server does so at the end
     * of a request. Nobody will end that scope any more. A timeout comes on another thread, and the scope may be ended still.
     */
    private void reportIfLeftOpen(@Nullable Scope open, int status) {
        ManualScope handle = open == null ? null : open.handle();
        if (handle != null && isAssociated()) {
            EngineLog.LOG.endedLeftOpen(handle.path(), handle.place(), Transactions.nameOf(status));
            forget();
        }
    }

    private void runCommittedLogged() {
        try {
            hooks.committed();
        } catch (RuntimeException | Error e) {
            EngineLog.LOG.hookFailedAfterForeignCommit(e);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The hooks of one transaction. Each remembers when it was registered, so that undoing a scope finds those that belong to
 * it or to a scope inside it. Guarded by itself: a timed out transaction is ended on another thread.
 */
final class Hooks implements ScopeListener {

    private final Transactions transactions;
    private final SharedState shared;
    private final Deque<Held> hooks = new ArrayDeque<>();

    enum Kind {
        /** After the commit; its failure is the caller's. */
        COMMIT,
        /** After the commit; its failure is logged. */
        COMMIT_ROBUST,
        /** After the undo; its failure is logged. */
        ROLLBACK
    }

    /** What to run, and when. */
    record Hook(Kind kind, Runnable action) {

        /** After a commit; or where no transaction is, so that there is nothing to wait for and nothing to roll back. */
        void runCommitted() {
            switch (kind) {
                case COMMIT -> action.run();
                case COMMIT_ROBUST -> runRobust();
                case ROLLBACK -> {}
            }
        }

        void runRobust() {
            try {
                action.run();
            } catch (Exception e) {
                EngineLog.LOG.hookFailed(name(), e);
            }
        }

        /** A lambda's class has a generated name: what is left of it is the class that it stands in. */
        private String name() {
            return action.getClass().getName().replaceFirst("\\$\\$Lambda.*", " (a lambda or method reference)");
        }

        /** Something else is being reported while it runs, so an Error must not replace that either. */
        void runRolledBack() {
            try {
                action.run();
            } catch (Throwable e) {
                EngineLog.LOG.hookFailed(name(), e);
            }
        }
    }

    private record Held(long sequence, Hook hook) {}

    Hooks(Transactions transactions, SharedState shared) {
        this.transactions = transactions;
        this.shared = shared;
    }

    synchronized void add(long sequence, Hook hook) {
        hooks.addLast(new Held(sequence, hook));
    }

    @Override
    public void undone(Mark mark, boolean stays) {
        List<Hook> since = takeSince(mark.sequence());
        if (since.stream().anyMatch(hook -> hook.kind() == Kind.ROLLBACK)) {
            transactions.runOutside(() -> runRollback(since));
        }
    }

    /** The transaction was rolled back. Called where the thread has none. */
    void rolledBack() {
        runRollback(takeSince(Long.MIN_VALUE));
    }

    /**
     * The transaction is committed. Called where the thread has none; all hooks are taken out before the first runs, so
     * that those behind a failing one are dropped.
     */
    void committed() {
        takeOldestFirst().forEach(Hook::runCommitted);
    }

    private static void runRollback(List<Hook> newestFirst) {
        newestFirst.stream().filter(hook -> hook.kind() == Kind.ROLLBACK).forEach(Hook::runRolledBack);
    }

    private synchronized List<Hook> takeOldestFirst() {
        List<Hook> all = hooks.stream()
                .filter(held -> !shared.isUndone(held.sequence()))
                .map(Held::hook)
                .toList();
        hooks.clear();
        return all;
    }

    private synchronized List<Hook> takeSince(long sequence) {
        List<Hook> newestFirst = new ArrayList<>();
        while (!hooks.isEmpty() && hooks.getLast().sequence() > sequence) {
            newestFirst.add(hooks.removeLast().hook());
        }
        return newestFirst;
    }
}

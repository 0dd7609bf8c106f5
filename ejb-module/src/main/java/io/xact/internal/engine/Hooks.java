// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.List;

/** The hooks of one transaction; they go with the scopes that they were registered in. */
final class Hooks implements ScopeListener {

    private final Transactions transactions;
    private final HeldWork<Hook> hooks;

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

    Hooks(Transactions transactions, HeldWork<Hook> hooks) {
        this.transactions = transactions;
        this.hooks = hooks;
    }

    void add(Hook hook) {
        hooks.add(hook);
    }

    @Override
    public void undone(Mark mark, boolean stays) {
        List<Hook> since = hooks.takeSince(mark);
        if (since.stream().anyMatch(hook -> hook.kind() == Kind.ROLLBACK)) {
            transactions.runOutside(() -> runRollback(since));
        }
    }

    /** The transaction was rolled back. Called where the thread has none. */
    void rolledBack() {
        runRollback(hooks.takeNewestFirst());
    }

    /**
     * The transaction is committed. Called where the thread has none; all hooks are taken out before the first runs, so
     * that those behind a failing one are dropped.
     */
    void committed() {
        hooks.takeOldestFirst().forEach(Hook::runCommitted);
    }

    private static void runRollback(List<Hook> newestFirst) {
        newestFirst.stream().filter(hook -> hook.kind() == Kind.ROLLBACK).forEach(Hook::runRolledBack);
    }
}

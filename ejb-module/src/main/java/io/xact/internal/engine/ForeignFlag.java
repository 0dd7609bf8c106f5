// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

/**
 * The flag of a transaction that somebody else owns. No scope of ours can undo what it stands for, so it marks the JTA
 * transaction; that can't be lifted.
 */
final class ForeignFlag extends RollbackFlag {

    private final ScopeStack stack;

    ForeignFlag(ScopeStack stack) {
        this.stack = stack;
    }

    @Override
    void fail(Throwable failure, String path) {
        super.fail(failure, path);
        mark();
    }

    @Override
    void failSilently(Throwable failure, String path) {
        super.failSilently(failure, path);
        mark();
    }

    @Override
    void wish(String path) {
        super.wish(path);
        mark();
    }

    private void mark() {
        if (stack.isAssociated() && stack.transactions().isUnmarked()) {
            stack.transactions().setRollbackOnly();
        }
    }

    @Override
    void lift() {
        if (isSet()) {
            throw EngineLog.LOG.markIsFinal();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * Whether a scope is doomed, and why. It lives here and not in JTA, because JTA's mark is final (Jakarta Transactions
 * 2.0, section 3.2.4) and a scope's flag can be lifted. The first failure wins; a wish never hides one.
 */
class RollbackFlag {

    /** Why the scope is doomed; {@code null} if it isn't. */
    private @Nullable Doom doom;

    /** Whether it can't be lifted: something could not be undone, and only the whole transaction can be. */
    private boolean fixed;

    /**
     * The first failure.
     *
     * @param failure what failed; {@code null} if the code itself wished to roll back
     * @param path the path of scopes, in words, where it happened
     * @param isLoud whether the edge must raise an exception: the code asked to commit, and can't have it
     */
    record Doom(@Nullable Throwable failure, String path, boolean isLoud) {}

    final @Nullable Doom doom() {
        return doom;
    }

    final @Nullable Throwable firstFailure() {
        return doom == null ? null : doom.failure();
    }

    final boolean isSet() {
        return doom != null;
    }

    /** Something failed in the scope. A second failure changes nothing. */
    void fail(Throwable failure, String path) {
        set(new Doom(failure, path, true));
    }

    /** Something failed, and the edge is to roll back without a word. */
    void failSilently(Throwable failure, String path) {
        set(new Doom(failure, path, false));
    }

    /** Something inside could not be undone: only the whole transaction can be. */
    final void failForGood(Throwable failure, String path) {
        fail(failure, path);
        fixed = true;
    }

    /** The code wishes to roll back. */
    void wish(String path) {
        set(new Doom(null, path, false));
    }

    private void set(Doom first) {
        if (doom == null) {
            doom = first;
        }
    }

    /** The code has recovered by itself. */
    void lift() {
        if (fixed) {
            throw EngineLog.LOG.cannotBeLifted();
        }
        doom = null;
    }
}

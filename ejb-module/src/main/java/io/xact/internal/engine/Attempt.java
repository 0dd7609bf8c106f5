// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import org.jspecify.annotations.Nullable;

/** One run of what may be retried. Used by the thread that runs it. */
final class Attempt {

    private @Nullable OutermostScope scope;
    private boolean committed;

    /** The first outermost scope that begins is the one that the attempt is about. */
    void begun(OutermostScope outermost) {
        if (scope == null) {
            scope = outermost;
        }
    }

    void committed(OutermostScope outermost) {
        if (scope == outermost) {
            committed = true;
        }
    }

    /** Whether its work is known to be undone. */
    boolean isRolledBack() {
        return scope != null && !committed;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.Locale;

/** Through what a row is inserted. */
enum Access {
    /** A guarded connection. */
    GUARDED,
    /** A connection that nobody guards. */
    UNGUARDED,
    /** An entity manager, which writes the row when it is flushed. */
    PERSISTED,
    /** An entity manager that is flushed at once. */
    FLUSHED;

    /** Whether it needs a transaction. */
    boolean isByEntityManager() {
        return this == PERSISTED || this == FLUSHED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

/** How a statement is sent: on a connection of its own or on one that was opened, and prepared on, earlier. */
enum Way {
    PREPARED(true, false),
    PLAIN(false, false),
    KEPT_PREPARED(true, true),
    KEPT_PLAIN(false, true);

    private final boolean prepared;
    private final boolean kept;

    Way(boolean prepared, boolean kept) {
        this.prepared = prepared;
        this.kept = kept;
    }

    boolean isPrepared() {
        return prepared;
    }

    boolean isKept() {
        return kept;
    }

    @Override
    public String toString() {
        return (kept ? "kept " : "") + (prepared ? "prepared" : "plain");
    }
}

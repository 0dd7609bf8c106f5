// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

/** What a scope does about the transaction that it finds. Each begins one where none is. */
public enum Propagation {
    /** Nests: can be undone alone, by savepoints. */
    NEST,
    /** Becomes part of the scope around it, and shares its fate. */
    JOIN_EXISTING,
    /** Suspends what is there, and begins a transaction of its own. */
    REQUIRE_NEW,
    /** Refuses to run inside another scope or a foreign transaction. */
    DISALLOW_EXISTING
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

/** What a transaction is to the scopes inside it. */
public enum Ownership {
    /** Begun by a scope of ours, which is around them: they are nested in it, and the flag is its own. */
    OUR_SCOPE,
    /** Begun by somebody else: the outermost of them is nested in it, and there is no flag but JTA's mark, which is final. */
    FOREIGN
}

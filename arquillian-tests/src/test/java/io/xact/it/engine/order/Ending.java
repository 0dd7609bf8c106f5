// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

/** How a transaction ends. */
enum Ending {
    COMMIT,

    /** It is committed, after a nested scope with a message of its own was rolled back. */
    UNDO_NESTED,

    UNDO
}

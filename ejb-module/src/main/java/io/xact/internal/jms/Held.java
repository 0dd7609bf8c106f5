// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import io.xact.OnCommit.Mode;

/**
 * A message that waits for the end of its transaction.
 *
 * @param message what waits
 * @param source by whose session it is to be sent
 * @param mode whether that session is enlisted
 */
record Held(HeldMessage message, SessionSource source, Mode mode) {

    boolean isEnlisted() {
        return mode == Mode.XA;
    }

    /** Whether anything is left to be done when the transaction is committed. */
    boolean isConcernedByCommit() {
        return !isEnlisted() || message.hasListener();
    }
}

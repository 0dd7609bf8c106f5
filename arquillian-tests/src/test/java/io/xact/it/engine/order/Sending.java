// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

/** By what a message is sent. */
public enum Sending {
    /** The injected producer with {@code @OnCommit}. */
    HELD,

    /** A context of the server's XA connection factory, opened where the message is sent. */
    PLAIN
}

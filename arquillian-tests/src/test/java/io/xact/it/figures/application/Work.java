// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.figures.application;

/** What a transaction does. */
public enum Work {
    /** Inserts a row. */
    ROW,

    /** Inserts a row, and sends a durable message by an enlisted context of the container's. */
    ROW_AND_MESSAGE_BY_HAND,

    /** Inserts a row, and sends a durable message by an {@code @OnCommit} producer. */
    ROW_AND_HELD_MESSAGE,

    /** The same in mode {@code AFTER_COMMIT}. */
    ROW_AND_MESSAGE_AFTER_COMMIT
}

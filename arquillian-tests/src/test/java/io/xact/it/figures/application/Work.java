// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.figures.application;

/** What a transaction does. */
public enum Work {
    /** Inserts a row. */
    ROW,

    /** Inserts a row, and sends a durable message. */
    ROW_AND_MESSAGE
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * The database refuses savepoints inside the branch, so a nested scope cannot be undone alone there. Raised at the
 * scope's first statement on that database, before it runs; the outer scope is not doomed.
 */
public class SavepointNotSupportedException extends XactException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     */
    public SavepointNotSupportedException(String message) {
        this(message, null);
    }

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    public SavepointNotSupportedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * The scope was asked to commit and was rolled back instead. The cause is the <em>first</em> failure that doomed it. The
 * scope's work is undone; a scope around it is still active and not marked, unless the message says otherwise.
 */
public class XactRolledBackException extends XactException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     */
    public XactRolledBackException(String message) {
        this(message, null);
    }

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    public XactRolledBackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

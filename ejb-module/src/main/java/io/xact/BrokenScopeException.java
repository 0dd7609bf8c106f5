// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * A statement in a scope that is already doomed. It did not reach the database. The cause is the first failure that
 * doomed the scope; there is none where the code itself asked for the roll back.
 */
public class BrokenScopeException extends XactException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     */
    public BrokenScopeException(String message) {
        this(message, null);
    }

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    public BrokenScopeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

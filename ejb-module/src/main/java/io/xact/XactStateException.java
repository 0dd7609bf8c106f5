// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * A call that makes no sense in the present transaction state: a durable scope inside a transaction, a flag outside any
 * scope, a commit by hand inside one. Unless the message says otherwise, nothing has changed. The cure is in the code.
 */
public class XactStateException extends XactException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     */
    public XactStateException(String message) {
        this(message, null);
    }

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    public XactStateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

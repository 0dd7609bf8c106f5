// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * The transaction ran into its timeout and was rolled back. Trying again can help.
 */
public class XactTimeoutException extends XactException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     */
    public XactTimeoutException(String message) {
        this(message, null);
    }

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    public XactTimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

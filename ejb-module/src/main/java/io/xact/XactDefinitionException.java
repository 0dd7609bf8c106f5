// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * A scope is defined in a way that cannot work: a contradiction between its members, an unknown data source, a negative
 * number. Nothing has been done; an outer scope is unharmed. The cure is in the set-up or at the annotation.
 */
public class XactDefinitionException extends XactException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     */
    public XactDefinitionException(String message) {
        this(message, null);
    }

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    public XactDefinitionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

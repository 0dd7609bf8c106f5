// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * What xact itself raises. Subclasses say what the caller can do: fix the set-up ({@link XactDefinitionException},
 * {@link SavepointNotSupportedException}), try again ({@link XactTimeoutException}), report and give up
 * ({@link XactRolledBackException}, {@link HeuristicOutcomeException}) or fix the code ({@link XactStateException},
 * {@link BrokenScopeException}).
 *
 * <p>An exception that the user's own code throws is never wrapped in one of these.
 */
public abstract class XactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * For subclasses.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    protected XactException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

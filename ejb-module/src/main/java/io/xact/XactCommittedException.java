// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import org.jspecify.annotations.Nullable;

/**
 * Says, as a suppressed exception of a failed {@link Xacts#onCommit onCommit} hook, that the data is committed all the
 * same. It is never thrown by itself.
 */
public class XactCommittedException extends XactException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     */
    public XactCommittedException(String message) {
        this(message, null);
    }

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param cause what lies behind it, if anything does
     */
    public XactCommittedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

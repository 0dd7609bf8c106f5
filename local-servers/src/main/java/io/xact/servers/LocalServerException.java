// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that could not be prepared, started or reached.
 * The message stands alone: what was tried, on what, what was found (with the end of the server's log) and what to do.
 */
public class LocalServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalServerException(String message) {
        super(message);
    }

    LocalServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

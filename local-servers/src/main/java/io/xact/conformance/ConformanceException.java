// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

/** What keeps the build from being green; the message says it all, so there is no stack trace. */
public final class ConformanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConformanceException(String message) {
        super(message, null, false, false);
    }
}

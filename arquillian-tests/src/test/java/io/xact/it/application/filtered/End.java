// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.filtered;

/** How a handler ends, after its work. */
public enum End {
    /** With 200. */
    RETURN,
    /** With 409, but without an exception. */
    STATUS,
    /** With an exception that nobody catches. */
    EXCEPTION
}

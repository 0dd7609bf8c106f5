// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

/** The management interface said no; all that the operation had done is undone. */
public final class RefusedByServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedByServerException(String description) {
        super(description);
    }
}

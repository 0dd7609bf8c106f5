// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.retry;

import java.sql.SQLException;

/** What a database answers to one of two transactions that don't go together. */
final class PassingException extends SQLException {

    private static final long serialVersionUID = 1L;

    PassingException() {
        super("could not serialize access", "40001");
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.crash;

/** Where in a commit the server ends: the names of {@code halt.btm}'s files. */
enum Halt {
    /** Everything is prepared, the log is written. */
    BEFORE_DATABASE,

    /** The database is committed, with its marker, and the broker not yet. */
    AFTER_DATABASE
}

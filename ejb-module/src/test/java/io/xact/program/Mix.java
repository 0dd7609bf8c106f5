// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

/** Which kinds of work programs are made of. */
public enum Mix {
    /** Guarded connections only. */
    GUARDED,
    /** Each database by guarded connections only, or by unguarded ones only: for pools that don't tell of their handles. */
    ONE_KIND_A_DATABASE,
    /** Guarded and unguarded connections, and persistence contexts, of the same database. */
    ANY
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Mark;

/**
 * A mark's savepoint on one database.
 *
 * @param mark what is undone to it
 * @param name its name in the database
 */
record Savepoint(Mark mark, String name) {}

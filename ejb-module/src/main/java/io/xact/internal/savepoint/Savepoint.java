// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

/**
 * A savepoint in a database.
 *
 * @param sequence the sequence number of the mark that it stands for
 * @param name its name there
 */
record Savepoint(long sequence, String name) {}

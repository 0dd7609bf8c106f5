// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.List;

/**
 * A point in a transaction to which its work can be undone: the beginning of a nested scope, or a savepoint taken by hand.
 * What was done or held before it has a smaller sequence number, what came after has a larger one.
 *
 * @param sequence its place in the transaction, never reused there
 * @param depth how many marks are open from the first to this one; for the names of savepoints
 * @param using the JNDI names of the data sources whose work can be undone to it; empty for all
 */
public record Mark(long sequence, int depth, List<String> using) {}

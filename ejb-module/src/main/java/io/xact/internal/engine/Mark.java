// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

/**
 * A point in a transaction to which its work can be undone: the beginning of a nested scope. What was done or held
 * before it has a smaller sequence number, what came after has a larger one.
 *
 * @param sequence its place in the transaction, never reused there
 * @param depth how many marks are open around it; for the names of savepoints
 */
public record Mark(long sequence, int depth) {}

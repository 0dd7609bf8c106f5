// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

/**
 * A point in a scope to which its work can be undone by hand: made by {@link Xacts#savepoint}, used by
 * {@link Xacts#rollbackTo} and {@link Xacts#release}. It ends with its scope. Not thread-safe: it belongs to the thread that
 * has the transaction.
 */
public interface XactSavepoint {}

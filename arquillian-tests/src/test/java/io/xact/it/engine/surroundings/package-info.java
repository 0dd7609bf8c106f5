// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Scopes in somebody else's transaction: small programs, each of them the heart of some behaviours of the groups A to E, and who
 * may own the transaction that they run in.
 */
@NullMarked
package io.xact.it.engine.surroundings;

import org.jspecify.annotations.NullMarked;

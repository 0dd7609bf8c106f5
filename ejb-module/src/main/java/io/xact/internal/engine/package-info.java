// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The engine: scopes over a JTA transaction, and what follows them. Plain Java over {@code TransactionManager} and
 * {@code TransactionSynchronizationRegistry}; it knows no container, no JDBC and no JMS. Interceptors, lambdas and the filter
 * call the same entrance, {@link io.xact.internal.engine.XactEngine}. What joins a scope does so as a
 * {@link io.xact.internal.engine.ScopeListener}.
 */
@NullMarked
package io.xact.internal.engine;

import org.jspecify.annotations.NullMarked;

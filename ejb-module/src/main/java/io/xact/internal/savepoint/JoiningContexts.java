// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.ScopeListener;
import javax.sql.DataSource;

/** What is told of persistence contexts in the thread's transaction, while marks are open in it. */
public interface JoiningContexts extends ScopeListener {

    /**
     * A persistence context is about to join, and has run no statement in the transaction yet.
     *
     * @param dataSource where it will work
     * @throws RuntimeException if it must not; it doesn't then
     */
    void joining(DataSource dataSource);

    /**
     * A flush or a query has failed, and what the context holds since is not to be relied upon.
     *
     * @param failure tells where
     */
    void failed(RuntimeException failure);
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.jdbc.spi.JdbcSessionOwner;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorOwner;

/** A session as its transaction coordinator sees it, and what notices that it joins a transaction. */
final class JoiningOwner implements TransactionCoordinatorOwner {

    private final TransactionCoordinatorOwner owner;
    private final ScopeOfThread scope;

    JoiningOwner(TransactionCoordinatorOwner owner, ScopeOfThread scope) {
        this.owner = owner;
        this.scope = scope;
    }

    /** Comes once for each transaction, when the session's synchronization has been registered. */
    @Override
    public void startTransactionBoundary() {
        owner.startTransactionBoundary();
        if (owner.getJdbcSessionOwner() instanceof SharedSessionContractImplementor session) {
            scope.joined(session);
        }
    }

    @Override
    public boolean isActive() {
        return owner.isActive();
    }

    @Override
    public void afterTransactionBegin() {
        owner.afterTransactionBegin();
    }

    @Override
    public void beforeTransactionCompletion() {
        owner.beforeTransactionCompletion();
    }

    @Override
    public void afterTransactionCompletion(boolean successful, boolean delayed) {
        owner.afterTransactionCompletion(successful, delayed);
    }

    @Override
    public JdbcSessionOwner getJdbcSessionOwner() {
        return owner.getJdbcSessionOwner();
    }

    @Override
    public void setTransactionTimeOut(int seconds) {
        owner.setTransactionTimeOut(seconds);
    }

    @Override
    public void flushBeforeTransactionCompletion() {
        owner.flushBeforeTransactionCompletion();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/** As {@link ScopedTransactionManager}, for persistence units that prefer {@code UserTransaction}. */
final class ScopedUserTransaction implements UserTransaction {

    private final UserTransaction transaction;
    private final ScopeOfThread scope;

    ScopedUserTransaction(UserTransaction transaction, ScopeOfThread scope) {
        this.transaction = transaction;
        this.scope = scope;
    }

    @Override
    public void setRollbackOnly() throws SystemException {
        if (!scope.doom()) {
            transaction.setRollbackOnly();
        }
    }

    @Override
    public void begin() throws NotSupportedException, SystemException {
        transaction.begin();
    }

    @Override
    public void commit()
            throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        transaction.commit();
    }

    @Override
    public void rollback() throws SystemException {
        transaction.rollback();
    }

    @Override
    public int getStatus() throws SystemException {
        return transaction.getStatus();
    }

    @Override
    public void setTransactionTimeout(int seconds) throws SystemException {
        transaction.setTransactionTimeout(seconds);
    }
}

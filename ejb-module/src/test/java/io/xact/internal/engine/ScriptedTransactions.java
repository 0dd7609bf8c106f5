// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** A transaction service for one thread that notes each call, and fails in those that it is told to. */
final class ScriptedTransactions implements TransactionManager, TransactionSynchronizationRegistry {

    final List<String> calls = new ArrayList<>();
    private final Map<String, Exception> failures = new HashMap<>();
    private @Nullable Scripted current;
    private int begun;

    private final class Scripted implements Transaction {
        final String name = "tx" + ++begun;
        final Map<Object, Object> resources = new HashMap<>();
        final List<Synchronization> synchronizations = new ArrayList<>();
        int status = Status.STATUS_ACTIVE;

        @Override
        public void commit() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delistResource(XAResource resource, int flag) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean enlistResource(XAResource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void registerSynchronization(Synchronization synchronization) {
            synchronizations.add(synchronization);
        }

        @Override
        public void rollback() {
            call("rollback " + name);
            end(Status.STATUS_ROLLEDBACK);
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        void end(int outcome) {
            status = outcome;
            synchronizations.forEach(synchronization -> synchronization.afterCompletion(outcome));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Has a call fail, each time. */
    void fail(String call, Exception failure) {
        failures.put(call, failure);
    }

    /** Has all calls succeed from now on. */
    void heal() {
        failures.clear();
    }

    /** Ends the thread's transaction as a reaper does: on a thread that has none, and it stays on its own. */
    void timeOut() {
        Scripted timedOut = current();
        current = null;
        try {
            timedOut.end(Status.STATUS_ROLLEDBACK);
        } finally {
            current = timedOut;
        }
    }

    @SuppressWarnings("unchecked")
    private <X extends Exception> void call(String call) throws X {
        calls.add(call);
        Exception failure = failures.get(call);
        if (failure != null) {
            throw (X) failure;
        }
    }

    private void commitCall()
            throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        call("commit");
    }

    private Scripted current() {
        return Objects.requireNonNull(current, "no transaction");
    }

    @Override
    public void begin() {
        call("begin");
        current = new Scripted();
    }

    @Override
    public void commit()
            throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        Scripted committed = current();
        for (int i = 0; i < committed.synchronizations.size(); i++) { // one may register another
            committed.synchronizations.get(i).beforeCompletion();
        }
        try {
            commitCall();
            committed.end(Status.STATUS_COMMITTED);
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
            committed.end(Status.STATUS_ROLLEDBACK);
            throw e;
        } finally {
            current = null; // also where the service lost its own answer, and told nobody
        }
    }

    @Override
    public void rollback() {
        call("rollback");
        try {
            current().end(Status.STATUS_ROLLEDBACK);
        } finally {
            current = null;
        }
    }

    @Override
    public @Nullable Transaction suspend() {
        call("suspend " + current);
        Scripted suspended = current;
        current = null;
        return suspended;
    }

    @Override
    public void resume(Transaction transaction) {
        call("resume " + transaction);
        current = (Scripted) transaction;
    }

    @Override
    public int getStatus() {
        return current == null ? Status.STATUS_NO_TRANSACTION : current.status;
    }

    @Override
    public @Nullable Transaction getTransaction() {
        return current;
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        call("timeout " + seconds);
    }

    @Override
    public @Nullable Object getTransactionKey() {
        return current;
    }

    @Override
    public void putResource(Object key, Object value) {
        current().resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return current().resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        call("register");
        current().synchronizations.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        return getStatus();
    }

    @Override
    public void setRollbackOnly() {
        current().setRollbackOnly();
    }

    @Override
    public boolean getRollbackOnly() {
        return getStatus() == Status.STATUS_MARKED_ROLLBACK;
    }
}

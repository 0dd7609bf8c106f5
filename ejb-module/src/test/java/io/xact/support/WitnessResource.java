// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A second resource of a transaction, which does what it is told to when it is asked to prepare or commit. */
public class WitnessResource implements XAResource {

    /** Enlists this in the thread's transaction. */
    public final void enlist() throws Exception {
        Surroundings.transactionManager().getTransaction().enlistResource(this);
    }

    /** Has the transaction rolled back when it is prepared, as a constraint would. */
    public static WitnessResource refusing() {
        return new WitnessResource() {
            @Override
            public int prepare(Xid xid) throws XAException {
                throw new XAException(XAException.XA_RBINTEGRITY);
            }
        };
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        return XA_OK;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        // nothing is kept
    }

    @Override
    public void rollback(Xid xid) {
        // nothing is to be undone
    }

    @Override
    public void start(Xid xid, int flags) {
        // it takes no part in the work
    }

    @Override
    public void end(Xid xid, int flags) {
        // it took no part in the work
    }

    @Override
    public void forget(Xid xid) {
        // nothing is remembered
    }

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}

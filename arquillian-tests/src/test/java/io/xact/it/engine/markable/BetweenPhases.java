// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.markable;

import io.xact.it.engine.application.Step;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A resource without data that does something when it is prepared, after which the others are committed; and tells what was asked of it. */
final class BetweenPhases implements XAResource {

    private final Step work;
    private final List<String> calls = new ArrayList<>();

    BetweenPhases(Step work) {
        this.work = work;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        calls.add("prepare");
        try {
            work.run();
            return XA_OK;
        } catch (Throwable failure) {
            throw (XAException) new XAException(XAException.XA_RBROLLBACK).initCause(failure);
        }
    }

    @Override
    public void commit(Xid xid, boolean onePhase) {
        calls.add("commit");
    }

    @Override
    public void rollback(Xid xid) {
        calls.add("rollback");
    }

    @Override
    public void start(Xid xid, int flags) {}

    @Override
    public void end(Xid xid, int flags) {}

    @Override
    public void forget(Xid xid) {}

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

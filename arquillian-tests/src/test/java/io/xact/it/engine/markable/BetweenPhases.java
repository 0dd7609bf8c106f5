// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.markable;

import io.xact.it.engine.application.EmptyResource;
import io.xact.it.engine.application.Step;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;

/** A resource without data that does something when it is prepared, after which the others are committed; and tells what was asked of it. */
final class BetweenPhases extends EmptyResource {

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
}

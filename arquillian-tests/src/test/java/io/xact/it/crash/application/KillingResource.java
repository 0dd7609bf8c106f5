// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.crash.application;

import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A resource without data, which kills a process when it is prepared: behind those that were enlisted before it. */
final class KillingResource implements XAResource {

    private final long process;

    KillingResource(long process) {
        this.process = process;
    }

    @Override
    public int prepare(Xid xid) {
        ProcessHandle victim = ProcessHandle.of(process).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().join();
        return XA_OK;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) {}

    @Override
    public void rollback(Xid xid) {}

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

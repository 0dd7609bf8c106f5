// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;

/** A resource without data, which can fail when its branch is prepared or committed. */
public final class FailingResource extends EmptyResource {

    private final int atPrepare;
    private final int atCommit;

    private FailingResource(int atPrepare, int atCommit) {
        this.atPrepare = atPrepare;
        this.atCommit = atCommit;
    }

    /** With an error code of XA. */
    public static FailingResource atPrepare(int errorCode) {
        return new FailingResource(errorCode, 0);
    }

    /** With an error code of XA, after it was prepared. */
    public static FailingResource atCommit(int errorCode) {
        return new FailingResource(0, errorCode);
    }

    private static void failWith(int errorCode) throws XAException {
        if (errorCode != 0) {
            throw new XAException(errorCode);
        }
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        failWith(atPrepare);
        return XA_OK;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        failWith(atCommit);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.crash.application;

import io.xact.it.engine.application.EmptyResource;
import javax.transaction.xa.Xid;

/** A resource without data, which kills a process when it is prepared: behind those that were enlisted before it. */
final class KillingResource extends EmptyResource {

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
}

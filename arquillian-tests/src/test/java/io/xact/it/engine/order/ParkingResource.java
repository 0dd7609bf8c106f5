// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.it.engine.application.EmptyResource;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.transaction.xa.Xid;

/** A branch that takes its time between its prepare and the end of its commit; those behind it wait for it. */
final class ParkingResource extends EmptyResource {

    private static final Duration PAUSE = Duration.ofMillis(5);

    @Override
    public void commit(Xid xid, boolean onePhase) {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}

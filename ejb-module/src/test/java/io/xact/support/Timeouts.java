// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import jakarta.transaction.Status;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.FixedPollInterval;

/** Waits for the transaction manager's reaper. */
public final class Timeouts {

    private Timeouts() {}

    /** Until the thread's transaction has been ended by its timeout. */
    public static void await() {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(FixedPollInterval.fixed(Duration.ofMillis(50)))
                .until(() -> Surroundings.transactionManager().getStatus() == Status.STATUS_ROLLEDBACK);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where handlers wait until the test says that they may go on, one each time. Thread-safe. */
@ApplicationScoped
public class Gate {

    private static final int LIMIT_SECONDS = 30;

    private final Semaphore open = new Semaphore(0);

    /** How many wait. */
    int waiting() {
        return open.getQueueLength();
    }

    void open() {
        open.release();
    }

    void pass() throws InterruptedException {
        if (!open.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody has opened the gate");
        }
    }
}

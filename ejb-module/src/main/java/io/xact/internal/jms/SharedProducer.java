// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

/**
 * The producer that is injected; one for all threads of its bean. Its settings belong to the thread's transaction. Where none is, they
 * belong to the calls of a thread up to {@code send}, whatever comes of that; then the next ones start anew. Thread-safe.
 */
public class SharedProducer extends HeldProducer {

    private final ThreadLocal<Settings> untilSend = ThreadLocal.withInitial(Settings::new);

    /**
     * Sends by an outlet.
     *
     * @param outlet where the messages go
     */
    public SharedProducer(Outlet outlet) {
        super(outlet);
    }

    @Override
    final Settings settings() {
        HeldMessages held = outlet().held();
        if (held == null) {
            return untilSend.get();
        }
        untilSend.remove(); // calls without a send before the transaction lead nowhere
        return held.settingsOf(this);
    }

    @Override
    final void sending() {
        untilSend.remove();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

/** Closes what is of no use any more, where something else is being told already. */
final class Closing {

    private Closing() {}

    /** What fails is gone all the same. */
    static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            JmsLog.LOG.debugf(e, "closing %s failed", closeable);
        }
    }

    /** What fails is suppressed on the failure that comes out. */
    static void after(Exception failure, AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}

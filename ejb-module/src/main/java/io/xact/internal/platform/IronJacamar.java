// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** WildFly's pool, whose classes a deployment doesn't see. */
final class IronJacamar {

    private IronJacamar() {}

    /**
     * After a one-phase commit that failed, pgjdbc 42.7.12 leaves the physical connection's autocommit off, and the pool's handle
     * doesn't know: what is written through it outside a transaction would not be seen, and lost with the next roll back.
     */
    static void heal(Connection handle) throws SQLException {
        Connection physical = physical(handle);
        if (physical != null && handle.getAutoCommit() && !physical.getAutoCommit()) {
            physical.setAutoCommit(true);
        }
    }

    private static @Nullable Connection physical(Connection handle) {
        try {
            Method underlying = handle.getClass().getMethod("getUnderlyingConnection");
            return underlying.invoke(handle) instanceof Connection physical ? physical : null;
        } catch (ReflectiveOperationException notOfThatPool) {
            return null;
        }
    }
}

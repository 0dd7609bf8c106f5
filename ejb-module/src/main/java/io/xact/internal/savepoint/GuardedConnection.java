// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.lang.reflect.Method;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A guarded connection. */
final class GuardedConnection extends GuardedJdbc<Connection> {

    GuardedConnection(Connection raw, Guard guard) {
        super(raw, guard);
    }

    @Override
    @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "commit", "rollback", "setAutoCommit", "setSavepoint", "releaseSavepoint" -> {
                guard.refuseInScope(method.getName());
                yield pass(method, arguments);
            }
            // these are statements in disguise: PostgreSQL sends a SET for them, which a roll back undoes
            case "setSchema", "setCatalog", "setClientInfo" -> guard.statement(() -> pass(method, arguments));
            default -> guarded(pass(method, arguments), proxy);
        };
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.lang.reflect.Method;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A guarded statement, prepared or not. */
final class GuardedStatement extends GuardedJdbc<Statement> {

    private final Object connection;

    GuardedStatement(Statement raw, Guard guard, Object connection) {
        super(raw, guard);
        this.connection = connection;
    }

    @Override
    @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return guarded(guard.statement(() -> pass(method, arguments)), proxy);
        }
        return switch (name) {
            case "getConnection" -> connection;
            case "getMoreResults" -> guard.continuation(() -> pass(method, arguments));
            default -> guarded(pass(method, arguments), proxy);
        };
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** A guarded result set: moving it may fetch from the database, and an updatable one writes. */
final class GuardedResultSet extends GuardedJdbc<ResultSet> {

    private final Object statement;

    GuardedResultSet(ResultSet raw, Guard guard, Object statement) {
        super(raw, guard);
        this.statement = statement;
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getStatement" -> statement instanceof java.sql.Statement ? statement : pass(method, arguments);
            case "insertRow", "updateRow", "deleteRow", "refreshRow" -> guard.statement(() -> pass(method, arguments));
            case "next", "previous", "first", "last", "absolute", "relative" ->
                guard.continuation(() -> pass(method, arguments));
            default -> pass(method, arguments);
        };
    }
}

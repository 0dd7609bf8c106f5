// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A guarded result set: moving it may fetch from the database, and an updatable one writes. */
final class GuardedResultSet extends GuardedJdbc<ResultSet> {

    /** The guarded statement that it comes from; for a table of meta data, the guarded connection. */
    private final Object origin;

    GuardedResultSet(ResultSet raw, Guard guard, Object origin) {
        super(raw, guard);
        this.origin = origin;
    }

    @Override
    @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getStatement" -> origin instanceof Statement ? origin : guarded(pass(method, arguments), origin);
            // the latter because PostgreSQL writes to large objects without a statement
            case "insertRow", "updateRow", "deleteRow", "refreshRow", "getBlob", "getClob", "getNClob" ->
                guard.statement(() -> pass(method, arguments));
            case "next", "previous", "first", "last", "absolute", "relative" ->
                guard.continuation(() -> pass(method, arguments));
            default -> pass(method, arguments);
        };
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.lang.reflect.Method;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Guarded meta data: its tables of tables are queries like others. */
final class GuardedMetaData extends GuardedJdbc<DatabaseMetaData> {

    private final Object connection;

    GuardedMetaData(DatabaseMetaData raw, Guard guard, Object connection) {
        super(raw, guard);
        this.connection = connection;
    }

    @Override
    @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getName().equals("getConnection")) {
            return connection;
        }
        return method.getReturnType() == ResultSet.class
                ? guarded(guard.statement(() -> pass(method, arguments)), connection)
                : pass(method, arguments);
    }
}

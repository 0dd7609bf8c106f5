// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * JDBC objects of a guarded connection: dynamic proxies, so that methods of newer JDBC versions pass through. What
 * reaches the database goes by the {@link Guard}; what a proxied object hands out is proxied too.
 */
abstract class GuardedJdbc<D extends Wrapper> implements InvocationHandler {

    final D raw;
    final Guard guard;

    GuardedJdbc(D raw, Guard guard) {
        this.raw = raw;
        this.guard = guard;
    }

    static Connection connection(Connection raw, Guard guard) {
        return new GuardedConnection(raw, guard).proxy(Connection.class);
    }

    /** What is unwrapped is not guarded. */
    @Nullable Object unwrap(Class<?> type) throws Throwable {
        return raw.unwrap(type);
    }

    /** Answers a call that is special to this kind of object. */
    abstract @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable;

    final <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(GuardedJdbc.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public final @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == only(arguments);
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "guarded " + raw;
            case "isWrapperFor" -> type(arguments).isInstance(proxy) || raw.isWrapperFor(type(arguments));
            case "unwrap" -> type(arguments).isInstance(proxy) ? proxy : unwrap(type(arguments));
            default -> call(proxy, method, arguments == null ? new Object[0] : arguments);
        };
    }

    private static @Nullable Object only(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }

    private static Class<?> type(@Nullable Object @Nullable [] arguments) {
        if (only(arguments) instanceof Class<?> type) {
            return type;
        }
        throw new IllegalArgumentException("the interface to unwrap is null");
    }

    /** Passes a call on, and what it throws as it is. */
    final @Nullable Object pass(Method method, @Nullable Object[] arguments) throws Throwable {
        return pass(raw, method, arguments);
    }

    static @Nullable Object pass(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Guards what a call answers. */
    final @Nullable Object guarded(@Nullable Object answer, Object origin) {
        if (answer instanceof ResultSet rows) {
            return new GuardedResultSet(rows, guard, origin).proxy(ResultSet.class);
        }
        if (answer instanceof DatabaseMetaData metaData) {
            return new GuardedMetaData(metaData, guard, origin).proxy(DatabaseMetaData.class);
        }
        return answer;
    }
}

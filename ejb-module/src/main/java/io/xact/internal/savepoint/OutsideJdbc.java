// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.Work;
import io.xact.internal.engine.XactEngine;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * JDBC objects that stay outside the thread's transaction: each call on them, and on what they hand out, is made while that is
 * suspended. A pool would take the connection into it otherwise, or refuse.
 */
final class OutsideJdbc implements InvocationHandler {

    private final XactEngine engine;
    private final Object raw;

    /** What it was handed out by; {@code null} for a connection. */
    private final @Nullable Object origin;

    private OutsideJdbc(XactEngine engine, Object raw, @Nullable Object origin) {
        this.engine = engine;
        this.raw = raw;
        this.origin = origin;
    }

    /** Opens a connection there. */
    static Connection connection(XactEngine engine, Work<Connection, SQLException> opening) throws SQLException {
        Connection raw = engine.outside(opening);
        return (Connection) new OutsideJdbc(engine, raw, null).proxy(Connection.class);
    }

    private Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(OutsideJdbc.class.getClassLoader(), new Class<?>[] {type}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "outside the transaction: " + raw;
            case "getConnection", "getStatement" -> origin(proxy, method, arguments);
            default -> call(proxy, method, arguments);
        };
    }

    /** The very object that the user has, if there is one. */
    private @Nullable Object origin(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return method.getReturnType().isInstance(origin) ? origin : call(proxy, method, arguments);
    }

    @SuppressWarnings("NullAway") // the answer may be null
    private @Nullable Object call(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object answer = engine.<@Nullable Object, Throwable>outside(
                () -> GuardedJdbc.pass(raw, method, arguments == null ? new Object[0] : arguments));
        return answer != null && Wrapper.class.isAssignableFrom(method.getReturnType())
                ? new OutsideJdbc(engine, answer, proxy).proxy(method.getReturnType())
                : answer;
    }
}

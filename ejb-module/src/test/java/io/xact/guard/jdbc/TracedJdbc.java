// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLXML;
import java.sql.Statement;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JDBC objects that write down each call and what came of it. One of theirs stands for one of what is traced. */
final class TracedJdbc {

    private static final List<Class<?>> KINDS = List.of(
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            Connection.class,
            ResultSet.class,
            DatabaseMetaData.class,
            ResultSetMetaData.class,
            ParameterMetaData.class,
            Array.class,
            SQLXML.class,
            Blob.class,
            Clob.class);

    private final Trace trace;
    private final IdentityHashMap<Object, Object> traced = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Object> originals = new IdentityHashMap<>();

    TracedJdbc(Trace trace) {
        this.trace = trace;
    }

    Connection of(Connection connection) {
        return (Connection) proxy(connection, Connection.class);
    }

    private @Nullable Object proxy(@Nullable Object answer) {
        for (Class<?> kind : KINDS) {
            if (answer != null && kind.isInstance(answer)) {
                return proxy(answer, kind);
            }
        }
        return answer;
    }

    private Object proxy(Object original, Class<?> kind) {
        return traced.computeIfAbsent(original, key -> {
            String label = kind.getSimpleName() + "#" + (traced.size() + 1);
            Object proxy = Proxy.newProxyInstance(
                    TracedJdbc.class.getClassLoader(),
                    new Class<?>[] {kind},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "equals" -> arguments != null && self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> label;
                        default -> call(label, original, method, arguments);
                    });
            originals.put(proxy, original);
            return proxy;
        });
    }

    private @Nullable Object call(String label, Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String call = label + "." + method.getName() + "(" + Shown.all(arguments) + ")";
        try {
            Object answer = method.invoke(target, untraced(arguments));
            Object seen = method.getName().equals("unwrap") ? answer : proxy(answer);
            trace.add(call + (method.getReturnType() == void.class ? "" : " = " + Shown.of(seen)));
            return seen;
        } catch (InvocationTargetException e) {
            trace.add(call + " throws " + Shown.of(e.getCause()));
            throw e.getCause();
        }
    }

    private @Nullable Object @Nullable [] untraced(@Nullable Object @Nullable [] arguments) {
        return arguments == null
                ? null
                : Arrays.stream(arguments)
                        .map(argument -> originals.getOrDefault(argument, argument))
                        .toArray();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** Proxies around a driver's objects that tell a {@link Wire} what is sent. They stand below the pool. */
final class RecordingJdbc {

    private final Wire wire;
    private final Object physical;

    private RecordingJdbc(Wire wire, Object physical) {
        this.wire = wire;
        this.physical = physical;
    }

    static XAConnection record(XAConnection driver, Wire wire) {
        RecordingJdbc recording = new RecordingJdbc(wire, driver);
        return proxy(XAConnection.class, (method, arguments) -> {
            Object answer = invoke(driver, method, arguments);
            if (answer instanceof XAResource resource) {
                return recording.resource(resource);
            }
            return answer instanceof Connection connection ? recording.connection(connection) : answer;
        });
    }

    private interface Handler {
        @Nullable Object handle(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                RecordingJdbc.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> arguments != null && proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> handler.handle(method, arguments);
                }));
    }

    private XAResource resource(XAResource driver) {
        return proxy(XAResource.class, (method, arguments) -> {
            switch (method.getName()) {
                case "start", "end", "prepare", "commit", "rollback" -> wire.sendXa(physical, method.getName());
                default -> {}
            }
            return invoke(driver, method, arguments);
        });
    }

    private Connection connection(Connection driver) {
        return proxy(Connection.class, (method, arguments) -> {
            Object answer = invoke(driver, method, arguments);
            if (answer instanceof CallableStatement statement && arguments != null) {
                return statement(CallableStatement.class, statement, (String) arguments[0]);
            }
            if (answer instanceof PreparedStatement statement && arguments != null) {
                return statement(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return answer instanceof Statement statement ? statement(Statement.class, statement, null) : answer;
        });
    }

    private <T extends Statement> T statement(Class<T> type, T driver, @Nullable String prepared) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                String sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
                sendSql(String.valueOf(sql));
            }
            return invoke(driver, method, arguments);
        });
    }

    private void sendSql(String sql) throws SQLException {
        try {
            wire.sendText(physical, sql);
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

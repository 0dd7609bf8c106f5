// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.savepoint.Pending.Prefix;
import io.xact.internal.sql.SqlText;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
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
            case "createStatement" -> {
                Statement statement = (Statement) answer(method, () -> pass(method, arguments));
                yield new GuardedStatement(statement, guard, proxy, null, arguments.length == 0).proxy(Statement.class);
            }
            case "prepareStatement" -> {
                SqlText sql = text(arguments);
                PreparedStatement statement = (PreparedStatement) prepare(sql, method, arguments);
                yield prepared(statement, proxy, sql, arguments.length == 1).proxy(PreparedStatement.class);
            }
            case "prepareCall" -> {
                SqlText sql = text(arguments);
                CallableStatement statement = (CallableStatement) prepare(sql, method, arguments);
                yield new GuardedStatement(statement, guard, proxy, sql, false).proxy(CallableStatement.class);
            }
            default -> guarded(pass(method, arguments), proxy);
        };
    }

    /** What is to be prepared; {@code null} for the driver to refuse. */
    private static @Nullable SqlText text(@Nullable Object[] arguments) {
        return arguments[0] instanceof String sql ? SqlText.of(sql) : null;
    }

    private Object prepare(@Nullable SqlText sql, Method method, @Nullable Object[] arguments) throws Throwable {
        guard.refuseControlInScope(sql);
        return answer(method, () -> guard.preparation(() -> pass(method, arguments)));
    }

    /** What is sent through the driver's own connection goes unseen, so what is pending goes before: think of COPY. */
    @Override
    @Nullable Object unwrap(Class<?> type) throws Throwable {
        return guard.statement(() -> raw.unwrap(type));
    }

    private static Object answer(Method method, Guard.Call call) throws Throwable {
        Object answer = call.run();
        if (answer == null) {
            throw new SQLException(method.getName() + " of the driver answered null");
        }
        return answer;
    }

    /** Asked for in the simplest way, it may run behind what is pending. */
    private GuardedStatement prepared(
            PreparedStatement statement, Object proxy, @Nullable SqlText sql, boolean isSimple) throws SQLException {
        Prefix prefix = isSimple ? guard.prefix() : null;
        return sql != null && prefix != null && BehindPrefix.isPlain(statement)
                ? new GuardedPreparedStatement(statement, guard, proxy, sql, twin(sql, prefix))
                : new GuardedStatement(statement, guard, proxy, sql, false);
    }

    private GuardedPreparedStatement.Twin twin(SqlText sql, Prefix prefix) throws SQLException {
        return new GuardedPreparedStatement.Twin(raw.prepareStatement(prefix.sql() + sql.sql()), prefix);
    }
}

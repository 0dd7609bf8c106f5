// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.savepoint.Pending.Prefix;
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
            case "prepareStatement" ->
                prepared((PreparedStatement) answer(method, () -> prepare(method, arguments)), proxy, arguments);
            case "prepareCall" -> {
                CallableStatement statement = (CallableStatement) answer(method, () -> prepare(method, arguments));
                yield new GuardedStatement(statement, guard, proxy, (String) arguments[0], false)
                        .proxy(CallableStatement.class);
            }
            default -> guarded(pass(method, arguments), proxy);
        };
    }

    private @Nullable Object prepare(Method method, @Nullable Object[] arguments) throws Throwable {
        guard.refuseControlInScope((String) arguments[0]);
        return guard.preparation(() -> pass(method, arguments));
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

    private PreparedStatement prepared(PreparedStatement statement, Object proxy, @Nullable Object[] arguments)
            throws SQLException {
        String sql = (String) arguments[0];
        Prefix prefix = arguments.length == 1 && sql != null ? guard.prefix() : null;
        GuardedStatement guarded = prefix != null && BehindPrefix.isPlain(statement)
                ? new GuardedPreparedStatement(statement, guard, proxy, sql, twin(sql, prefix))
                : new GuardedStatement(statement, guard, proxy, sql, false);
        return guarded.proxy(PreparedStatement.class);
    }

    private GuardedPreparedStatement.Twin twin(String sql, Prefix prefix) throws SQLException {
        return new GuardedPreparedStatement.Twin(raw.prepareStatement(prefix.sql() + sql), prefix);
    }
}

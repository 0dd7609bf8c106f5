// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.savepoint.Pending.Prefix;
import io.xact.internal.sql.SqlText;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A guarded statement, prepared or not. */
class GuardedStatement extends GuardedJdbc<Statement> {

    private final Object connection;

    /** What was prepared; {@code null} if each execution brings its own text. */
    private final @Nullable SqlText prepared;

    /** Whether it is still as {@code createStatement()} made it, so that its texts may take a prefix. */
    private boolean isSimple;

    GuardedStatement(Statement raw, Guard guard, Object connection, @Nullable SqlText prepared, boolean isSimple) {
        super(raw, guard);
        this.connection = connection;
        this.prepared = prepared;
        this.isSimple = isSimple;
    }

    @Override
    @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            SqlText text = text(arguments);
            guard.refuseControlInScope(text);
            return guarded(execute(method, arguments, text), proxy);
        }
        return switch (name) {
            case "getConnection" -> connection;
            case "getMoreResults" -> guard.continuation(() -> pass(target(name), method, arguments));
            case "getMetaData", "getParameterMetaData" -> guard.statement(() -> other(method, arguments));
            default ->
                storesAtOnce(name, arguments)
                        ? guard.statement(() -> other(method, arguments))
                        : guarded(other(method, arguments), proxy);
        };
    }

    /** PostgreSQL stores a large object when it is set, and does not wait for the statement. */
    private static boolean storesAtOnce(String name, @Nullable Object[] arguments) {
        return switch (name) {
            case "setBlob", "setClob", "setNClob" -> true;
            case "setObject" ->
                arguments[1] instanceof Blob || arguments[1] instanceof Clob || arguments[1] instanceof InputStream;
            default -> false;
        };
    }

    private @Nullable Object other(Method method, @Nullable Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("addBatch")) {
            guard.refuseControlInScope(text(arguments));
        }
        isSimple = isSimple && !name.startsWith("set") && !name.equals("addBatch") && !name.equals("closeOnCompletion");
        return pass(target(name), method, arguments);
    }

    private @Nullable SqlText text(@Nullable Object[] arguments) {
        return arguments.length > 0 && arguments[0] instanceof String sql ? SqlText.of(sql) : prepared;
    }

    /** Which of the driver's objects a call is for. */
    Statement target(String method) {
        return raw;
    }

    @Nullable Object execute(Method method, @Nullable Object[] arguments, @Nullable SqlText text) throws Throwable {
        return isSimple && arguments.length == 1 && text != null
                ? guard.statement(new OneText(method, text))
                : guard.statement(() -> pass(method, arguments));
    }

    /** An execution that brings its text. */
    private final class OneText implements Guard.Carrier {

        private final Method method;
        private final SqlText text;

        OneText(Method method, SqlText text) {
            this.method = method;
            this.text = text;
        }

        @Override
        public boolean takes(Prefix prefix) throws SQLException {
            return BehindPrefix.suits(method.getName(), text) && BehindPrefix.isPlain(raw);
        }

        @Override
        public @Nullable Object runBehind(Prefix prefix) throws SQLException {
            return BehindPrefix.answer(raw, prefix, raw.execute(prefix.sql() + text.sql()), method.getName());
        }

        @Override
        public @Nullable Object run() throws Throwable {
            return pass(method, new Object[] {text.sql()});
        }
    }
}

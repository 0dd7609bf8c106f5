// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.savepoint.Pending.Prefix;
import io.xact.internal.sql.SqlText;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Statement;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that has a twin, whose text begins with what was pending when it was prepared. Both get all
 * parameters as they are set. Its first execution is the twin's, if the same is still pending then; all others are its
 * own. What the twin can't take (streams, batches, settings) ends the twin.
 */
final class GuardedPreparedStatement extends GuardedStatement {

    /** What is asked of the statement that ran last. */
    private static final Set<String> OF_LAST_EXECUTION = Set.of(
            "getResultSet",
            "getUpdateCount",
            "getLargeUpdateCount",
            "getMoreResults",
            "getMetaData",
            "getWarnings",
            "clearWarnings",
            "cancel");

    /** Types whose values can be set twice, and are read when they are set. */
    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            UUID.class,
            byte[].class);

    private final SqlText sql;
    private final BitSet set = new BitSet();
    private @Nullable Twin twin;
    private boolean hasTwinRun;

    /**
     * The same statement behind a prefix.
     *
     * @param statement the driver's
     * @param prefix what its text begins with
     */
    record Twin(PreparedStatement statement, Prefix prefix) {}

    GuardedPreparedStatement(PreparedStatement raw, Guard guard, Object connection, SqlText sql, Twin twin) {
        super(raw, guard, connection, sql, false);
        this.sql = sql;
        this.twin = twin;
    }

    @Override
    @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        Twin both = twin;
        if (both == null) {
            return super.call(proxy, method, arguments);
        }
        String name = method.getName();
        if (hasTwinRun) {
            follow(both, name);
        } else if (isForBoth(name, arguments)) {
            return setOnBoth(both, method, arguments);
        } else if (changes(name)) {
            endTwin();
        }
        return super.call(proxy, method, arguments);
    }

    /** The results are those of the twin: they close it, if they are to, and it closes with this statement. */
    private void follow(Twin last, String name) throws SQLException {
        if (name.equals("closeOnCompletion")) {
            last.statement().closeOnCompletion();
        } else if (name.equals("close") || last.statement().isClosed()) {
            endTwin();
            raw.close();
        }
    }

    private static boolean changes(String name) {
        return name.startsWith("set")
                || name.equals("addBatch")
                || name.equals("closeOnCompletion")
                || name.equals("close");
    }

    private @Nullable Object setOnBoth(Twin both, Method method, @Nullable Object[] arguments) throws Throwable {
        Object answer = pass(method, arguments);
        pass(both.statement(), method, arguments);
        note(arguments);
        return answer;
    }

    private void note(@Nullable Object[] arguments) {
        if (arguments.length == 0) {
            set.clear();
        } else if (arguments[0] instanceof Integer index) {
            set.set(index);
        }
    }

    private static boolean isForBoth(String name, @Nullable Object[] arguments) {
        return name.equals("clearParameters")
                || (name.startsWith("set")
                        && arguments.length >= 2
                        && Arrays.stream(arguments).allMatch(GuardedPreparedStatement::isValue));
    }

    private static boolean isValue(@Nullable Object argument) {
        return argument == null
                || VALUES.contains(argument.getClass())
                || argument instanceof Date
                || argument instanceof Calendar
                || argument instanceof TemporalAccessor
                || argument instanceof SQLType;
    }

    @Override
    Statement target(String method) {
        Twin last = twin;
        return last != null && hasTwinRun && OF_LAST_EXECUTION.contains(method) ? last.statement() : raw;
    }

    @Override
    @Nullable Object execute(Method method, @Nullable Object[] arguments, @Nullable SqlText text) throws Throwable {
        if (hasTwinRun || arguments.length > 0 || !BehindPrefix.suits(method.getName(), sql)) {
            endTwin();
        }
        Twin first = twin;
        return first == null
                ? super.execute(method, arguments, text)
                : guard.statement(new FirstExecution(first, method));
    }

    /** Ends the results of its execution too, as another execution would. */
    private void endTwin() throws SQLException {
        Twin ended = twin;
        twin = null;
        hasTwinRun = false;
        if (ended != null) {
            ended.statement().close();
        }
    }

    /** The first execution, by the twin or not. */
    private final class FirstExecution implements Guard.Carrier {

        private final Twin first;
        private final Method method;

        FirstExecution(Twin first, Method method) {
            this.first = first;
            this.method = method;
        }

        @Override
        public boolean takes(Prefix prefix) {
            return first.prefix().equals(prefix) && isComplete();
        }

        /** If a parameter is missing, the driver sends nothing, and the prefix would be lost. */
        private boolean isComplete() {
            return set.cardinality() >= sql.parameters();
        }

        @Override
        public @Nullable Object runBehind(Prefix prefix) throws SQLException {
            hasTwinRun = true;
            return BehindPrefix.answer(
                    first.statement(), prefix, first.statement().execute(), method.getName());
        }

        @Override
        public @Nullable Object run() throws Throwable {
            endTwin();
            return pass(method, new Object[0]);
        }
    }
}

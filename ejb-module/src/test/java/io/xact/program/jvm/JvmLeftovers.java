// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program.jvm;

import io.xact.program.Leftovers;
import io.xact.support.Database;
import io.xact.support.Surroundings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What {@code LeakCheck} looks for after each test, here after each program. */
final class JvmLeftovers {

    private final Collection<Database> databases;
    private final Tables tables;
    private final Leftovers ofThread = new Leftovers(Surroundings.transactionManager());

    JvmLeftovers(Surroundings surroundings, Tables tables) {
        this.databases = Tables.databases(surroundings).values();
        this.tables = tables;
        databases.forEach(database -> database.wire().clear());
    }

    /** What is left, in words; the next program starts clean all the same. */
    List<String> takeAway() {
        List<String> left = new ArrayList<>(ofThread.takeAway());
        for (Database database : databases) {
            long connections = database.pool().getMetrics().activeCount();
            add(left, connections > 0, connections + " connections of " + database.jndiName());
            List<?> savepoints = savepoints(database);
            add(left, !savepoints.isEmpty(), "savepoints of " + database.jndiName() + ": " + savepoints);
            database.wire().clear();
        }
        List<String> inDoubt = tables.inDoubt();
        add(left, !inDoubt.isEmpty(), "branches in doubt: " + inDoubt);
        return left;
    }

    private static void add(List<String> left, boolean isLeft, String what) {
        if (isLeft) {
            left.add(what);
        }
    }

    /** That method is its package's own; to make it public for this would be too much. */
    private static List<?> savepoints(Database database) {
        try {
            Method method = database.wire().getClass().getDeclaredMethod("leaks");
            method.setAccessible(true);
            return (List<?>) method.invoke(database.wire());
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.support.Database;
import io.xact.support.Surroundings;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** What a program must not leave behind: what {@code LeakCheck} looks for after each test, here after each program. */
final class Leftovers {

    private final Surroundings surroundings;
    private final Tables tables;
    private int stacksBefore;

    Leftovers(Surroundings surroundings, Tables tables) {
        this.surroundings = surroundings;
        this.tables = tables;
        this.stacksBefore = stacks();
        Tables.databases(surroundings)
                .values()
                .forEach(database -> database.wire().clear());
    }

    private static int stacks() {
        return (Integer) hidden("io.xact.internal.engine.ScopeStack", "countOpen");
    }

    /** What is left, in words; the next program starts clean all the same. */
    List<String> takeAway() {
        List<String> left = new ArrayList<>();
        takeTransaction(left);
        for (Database database : Tables.databases(surroundings).values()) {
            long connections = database.pool().getMetrics().activeCount();
            add(left, connections > 0, connections + " connections of " + database.jndiName());
            Object savepoints = hidden(database.wire(), "leaks");
            add(left, !savepoints.equals(List.of()), "savepoints of " + database.jndiName() + ": " + savepoints);
            database.wire().clear();
        }
        int stacks = stacks();
        add(left, stacks > stacksBefore, "stacks of scopes");
        stacksBefore = stacks;
        List<String> inDoubt = tables.inDoubt();
        add(left, !inDoubt.isEmpty(), "branches in doubt: " + inDoubt);
        return left;
    }

    private static void add(List<String> left, boolean isLeft, String what) {
        if (isLeft) {
            left.add(what);
        }
    }

    private static void takeTransaction(List<String> left) {
        TransactionManager manager = Surroundings.transactionManager();
        try {
            int status = manager.getStatus();
            if (status != Status.STATUS_NO_TRANSACTION) {
                left.add("a transaction of status " + status);
                manager.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object hidden(Object target, String method) {
        return invoke(target.getClass(), method, target);
    }

    private static Object hidden(String type, String method) {
        try {
            return invoke(Class.forName(type), method, type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These methods are their packages' own; to make them public for this would be too much. */
    private static Object invoke(Class<?> type, String name, Object target) {
        try {
            Method method = type.getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(target);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}

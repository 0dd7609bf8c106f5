// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** What a program must not leave behind, wherever it is played: a transaction on the thread, and a stack of scopes. */
public final class Leftovers {

    private final TransactionManager manager;
    private int stacksBefore;

    public Leftovers(TransactionManager manager) {
        this.manager = manager;
        this.stacksBefore = stacks();
    }

    /** What is left, in words; the next program starts clean all the same. */
    public List<String> takeAway() {
        List<String> left = new ArrayList<>();
        takeTransaction(left);
        int stacks = stacks();
        if (stacks > stacksBefore) {
            left.add("stacks of scopes");
        }
        stacksBefore = stacks;
        return left;
    }

    private void takeTransaction(List<String> left) {
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

    /** That method is its package's own; to make it public for this would be too much. */
    private static int stacks() {
        try {
            Method method = Class.forName("io.xact.internal.engine.ScopeStack").getDeclaredMethod("countOpen");
            method.setAccessible(true);
            return (Integer) method.invoke(null);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}

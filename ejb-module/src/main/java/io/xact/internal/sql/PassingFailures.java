// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** Failures that another attempt may not meet: a serialization failure, a deadlock. */
public final class PassingFailures {

    private static final Set<String> SQL_STATES = Set.of(
            "40001", // the standard's serialization failure; deadlocks too in H2, MySQL, SQL Server, Db2
            "40P01", // PostgreSQL: deadlock detected
            "90131"); // H2: concurrent update

    /** States that say less than the vendor's code does. */
    private record Vendor(String state, int code) {}

    private static final Set<Vendor> VENDOR_CODES = Set.of(
            new Vendor("72000", 8177), // Oracle: can't serialize access
            new Vendor("61000", 60), // Oracle: deadlock
            new Vendor("57033", -913), // Db2: deadlock or timeout, the statement alone rolled back
            new Vendor("S0002", 3960), // SQL Server: snapshot update conflict
            new Vendor("HY000", 1020)); // MariaDB: record has changed since last read

    private PassingFailures() {}

    /**
     * Looks for such a failure in an exception, its causes, what is suppressed on them, and next SQL exceptions.
     *
     * @param failure what came out
     * @return whether one is there
     */
    public static boolean isIn(Throwable failure) {
        return anyIn(failure, PassingFailures::isPassing);
    }

    /**
     * Whether a failed commit, whose outcome the transaction manager takes for mixed, is known to be a roll back: a database
     * refused it with a serialization failure before it was prepared. pgjdbc reports that (at prepare and at a one-phase
     * commit) as XAER_RMFAIL, as if the connection had been lost; a branch that is prepared can't fail so any more.
     *
     * @param outcome what came out of the commit
     * @return {@code true} if nothing was committed
     */
    public static boolean provesRollback(Throwable outcome) {
        return anyIn(outcome, PassingFailures::isRefusedUnprepared);
    }

    /**
     * Whether a branch's answer to a commit was lost, so that nobody knows what became of it.
     *
     * @param outcome what came out of the commit
     * @return {@code true} if a resource was not there any more
     */
    public static boolean losesAnswer(Throwable outcome) {
        return anyIn(outcome, failure -> failure instanceof XAException xa && xa.errorCode == XAException.XAER_RMFAIL);
    }

    private static boolean isRefusedUnprepared(Throwable failure) {
        return failure instanceof XAException xa
                && xa.errorCode == XAException.XAER_RMFAIL
                && xa.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("40");
    }

    private static boolean anyIn(Throwable failure, Predicate<Throwable> which) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        add(failure, seen, open);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (which.test(next)) {
                return true;
            }
            add(next.getCause(), seen, open);
            for (Throwable suppressed : next.getSuppressed()) {
                add(suppressed, seen, open);
            }
            if (next instanceof SQLException sql) {
                add(sql.getNextException(), seen, open);
            }
        }
        return false;
    }

    private static void add(@Nullable Throwable failure, Set<Throwable> seen, Deque<Throwable> open) {
        if (failure != null && seen.add(failure)) {
            open.add(failure);
        }
    }

    private static boolean isPassing(Throwable failure) {
        if (failure instanceof XAException xa) {
            return xa.errorCode == XAException.XA_RBDEADLOCK || xa.errorCode == XAException.XA_RBTRANSIENT;
        }
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            return SQL_STATES.contains(sql.getSQLState())
                    || VENDOR_CODES.contains(new Vendor(sql.getSQLState(), sql.getErrorCode()));
        }
        return false;
    }
}

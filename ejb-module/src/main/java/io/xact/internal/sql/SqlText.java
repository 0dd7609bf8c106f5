// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a SQL text without a parser: how its statements begin. Knows comments, quotes (also PostgreSQL's with
 * backslashes and dollars) and semicolons.
 */
public final class SqlText {

    private final String sql;

    /** {@code null} until something is asked. */
    private @Nullable Scan scan;

    /**
     * What was found in a text.
     *
     * @param statements its statements
     * @param controlsTransaction whether one of them begins, ends or divides a transaction
     * @param parameters how many question marks stand outside quotes and comments
     * @param isPlain whether each quote and comment ends, and there is no brace
     */
    record Scan(List<SqlStatement> statements, boolean controlsTransaction, int parameters, boolean isPlain) {

        Scan(List<SqlStatement> statements, int parameters, boolean isPlain) {
            this(statements, controlsTransaction(statements), parameters, isPlain);
        }

        private static boolean controlsTransaction(List<SqlStatement> statements) {
            boolean inBlock = false;
            for (SqlStatement statement : statements) {
                if (statement.opensRoutine()) {
                    return false; // what follows may be the routine's body
                }
                if (statement.controlsTransaction(inBlock)) {
                    return true;
                }
                inBlock |= statement.beginsBlock();
            }
            return false;
        }
    }

    private SqlText(String sql) {
        this.sql = sql;
    }

    /**
     * A text to be asked about. It is looked through once, when it is first asked.
     *
     * @param sql the text
     * @return what can be told of it; used by one thread at a time
     */
    public static SqlText of(String sql) {
        return new SqlText(sql);
    }

    private Scan scan() {
        Scan found = scan;
        if (found == null) {
            found = new SqlScanner(sql).scan();
            scan = found;
        }
        return found;
    }

    /**
     * The text.
     *
     * @return as it was given
     */
    public String sql() {
        return sql;
    }

    /**
     * Whether a statement of it begins, ends or divides a transaction.
     *
     * @return {@code true} for {@code COMMIT}, {@code ROLLBACK}, {@code SAVEPOINT} and the like
     */
    public boolean controlsTransaction() {
        return scan().controlsTransaction();
    }

    /**
     * Whether it is one statement of one of some kinds.
     *
     * @param kinds first words, in capitals
     * @return {@code false} for another kind, and for several statements
     */
    public boolean isOne(Set<String> kinds) {
        List<SqlStatement> statements = scan().statements();
        return statements.size() == 1 && kinds.contains(statements.get(0).first());
    }

    /**
     * Whether nothing in it is for the driver to complain of: each quote and comment ends, and there are no JDBC escapes.
     *
     * @return {@code false} also for braces that are none
     */
    public boolean isPlain() {
        return scan().isPlain();
    }

    /**
     * How many parameters it has.
     *
     * @return the number of question marks outside quotes and comments; those of PostgreSQL's operators count too
     */
    public int parameters() {
        return scan().parameters();
    }
}

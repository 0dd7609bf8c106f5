// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.util.List;
import java.util.Set;

/**
 * What can be told of a SQL text without a parser: how its statements begin. Knows comments, quotes (also PostgreSQL's with
 * backslashes and dollars) and semicolons.
 */
public final class SqlText {

    private final List<SqlStatement> statements;
    private final int parameters;
    private final boolean plain;

    SqlText(List<SqlStatement> statements, int parameters, boolean plain) {
        this.statements = statements;
        this.parameters = parameters;
        this.plain = plain;
    }

    /**
     * Looks through a text.
     *
     * @param sql the text
     * @return what can be told of it
     */
    public static SqlText of(String sql) {
        return new SqlScanner(sql).scan();
    }

    /**
     * Whether a statement of it begins, ends or divides a transaction.
     *
     * @return {@code true} for {@code COMMIT}, {@code ROLLBACK}, {@code SAVEPOINT} and the like
     */
    public boolean controlsTransaction() {
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

    /**
     * Whether it is one statement of one of some kinds.
     *
     * @param kinds first words, in capitals
     * @return {@code false} for another kind, and for several statements
     */
    public boolean isOne(Set<String> kinds) {
        return statements.size() == 1 && kinds.contains(statements.get(0).first());
    }

    /**
     * Whether nothing in it is for the driver to complain of: each quote and comment ends, and there are no JDBC escapes.
     *
     * @return {@code false} also for braces that are none
     */
    public boolean isPlain() {
        return plain;
    }

    /**
     * How many parameters it has.
     *
     * @return the number of question marks outside quotes and comments; those of PostgreSQL's operators count too
     */
    public int parameters() {
        return parameters;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a database has still to be told about scopes before its next statement.
 *
 * @param dialect how to say it
 * @param kept the savepoint of a scope that ended well, to be released; {@code null} if there is none
 * @param lacking the savepoints to be set, outermost first
 */
record Pending(Dialect dialect, @Nullable Savepoint kept, List<Savepoint> lacking) {

    /** Whether it can wait for another statement: only savepoints that are not set yet can be too late. */
    boolean canWait() {
        return lacking.isEmpty();
    }

    boolean isEmpty() {
        return kept == null && lacking.isEmpty();
    }

    /** Whether it is one statement. */
    boolean isSingle() {
        return (kept == null ? 0 : 1) + lacking.size() == 1;
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (kept != null && dialect.release() != null) {
            statements.add(dialect.release() + kept.name());
        }
        lacking.forEach(savepoint -> statements.add(dialect.set() + savepoint.name()));
        return statements;
    }

    /** All of it in one text, to stand before another statement; each part has a result of its own. */
    Prefix prefix() {
        List<String> statements = statements();
        return new Prefix(
                statements.stream().map(statement -> statement + ";").collect(Collectors.joining()), statements.size());
    }

    /**
     * Statements before a statement.
     *
     * @param sql each ends with a semicolon
     * @param results how many results come before the statement's own
     */
    record Prefix(String sql, int results) {}
}

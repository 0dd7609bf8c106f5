// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.savepoint.Pending.Prefix;
import io.xact.internal.sql.SqlText;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement that runs behind a prefix, in one text with it, and answers as if it had run alone. */
final class BehindPrefix {

    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE");
    private static final Set<String> QUERY = Set.of("SELECT");
    private static final Set<String> EITHER = Set.of("INSERT", "UPDATE", "DELETE", "SELECT");

    /** What each method is meant for; meant otherwise, the driver has to complain in its own way. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "executeUpdate", CHANGES,
            "executeLargeUpdate", CHANGES,
            "executeQuery", QUERY,
            "execute", EITHER);

    /** With RETURNING a change has rows, with INTO a query has none. */
    private static final Pattern UNUSUAL =
            Pattern.compile("\\bRETURNING\\b|\\bSELECT\\b.*\\bINTO\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private BehindPrefix() {}

    /** Whether a method's answer to a text will be the same behind a prefix. */
    static boolean suits(String method, SqlText text) {
        Set<String> kinds = KINDS.get(method);
        if (kinds == null || UNUSUAL.matcher(text.sql()).find()) {
            return false;
        }
        return text.isOne(kinds) && text.isPlain();
    }

    /** Whether the statement has its settings as it was made; others may count, or be sent, in another way. */
    static boolean isPlain(Statement statement) throws SQLException {
        return statement.getFetchSize() == 0 && statement.getMaxRows() == 0 && statement.getQueryTimeout() == 0;
    }

    /** Passes over the prefix's results to the statement's own. */
    static @Nullable Object answer(Statement statement, Prefix prefix, boolean firstIsRows, String method)
            throws SQLException {
        boolean rows = firstIsRows;
        for (int i = 0; i < prefix.results(); i++) {
            rows = statement.getMoreResults();
        }
        return switch (method) {
            case "executeQuery" -> statement.getResultSet();
            case "executeUpdate" -> statement.getUpdateCount();
            case "executeLargeUpdate" -> statement.getLargeUpdateCount();
            default -> rows;
        };
    }
}

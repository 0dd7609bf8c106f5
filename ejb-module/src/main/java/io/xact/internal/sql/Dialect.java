// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What differs between databases. Savepoints are always SQL text: drivers and pools refuse or mishandle
 * {@code java.sql.Savepoint} in an XA branch (pgjdbc 42.7.13 and IronJacamar 3 do).
 *
 * @param product how {@code DatabaseMetaData.getDatabaseProductName} begins
 * @param namesByDepth whether a savepoint's name may be used again while an older one of that name is open: the inner
 *     one hides the outer one until it is released
 */
public record Dialect(String product, boolean namesByDepth) {

    private static final List<Dialect> KNOWN = List.of(
            // 8.0 to 18: shadows by name, so a name for each depth serves the statement cache
            new Dialect("PostgreSQL", true),
            // 2.2 to 2.5: the second savepoint of a name replaces the first one, so names are unique
            new Dialect("H2", false));

    private static final Set<String> BRANCH_BROKEN = Set.of("08", "25", "40", "57");

    private static final Dialect OTHER = new Dialect("", false);

    /**
     * The dialect of a connection's database.
     *
     * @param connection an open connection; nothing is sent to the database
     * @return its dialect; that of an ordinary database, if it is not known
     * @throws SQLException if the driver can't tell
     */
    public static Dialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return KNOWN.stream()
                .filter(dialect -> name.startsWith(dialect.product))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * Whether a refused savepoint says nothing about savepoints: the connection is lost, or the branch can take no
     * statement at all.
     *
     * @param refusal what the database answered to a savepoint
     * @return {@code true} for the SQLState classes 08 (connection), 25 (transaction state), 40 (rolled back) and 57
     *     (PostgreSQL: operator intervention)
     */
    public static boolean isBranchBroken(SQLException refusal) {
        String state = refusal.getSQLState();
        return state != null && BRANCH_BROKEN.contains(state.substring(0, Math.min(2, state.length())));
    }

    /**
     * A name for a savepoint: letters, digits and underscore, 30 characters at most.
     *
     * @param depth how many savepoints may be open around it
     * @param sequence a number that the transaction doesn't use again
     * @return the name
     */
    public String savepointName(int depth, long sequence) {
        return namesByDepth ? "xact_d" + depth : "xact_" + sequence;
    }

    /**
     * Sets a savepoint.
     *
     * @param name the savepoint's name
     * @return the statement
     */
    public String set(String name) {
        return "SAVEPOINT " + name;
    }

    /**
     * Forgets a savepoint and keeps the work since.
     *
     * @param name the savepoint's name
     * @return the statement
     */
    public String release(String name) {
        return "RELEASE SAVEPOINT " + name;
    }

    /**
     * Undoes the work since a savepoint, which stays.
     *
     * @param name the savepoint's name
     * @return the statement
     */
    public String rollbackTo(String name) {
        return "ROLLBACK TO SAVEPOINT " + name;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between databases. Savepoints are always SQL text: drivers and pools refuse or mishandle
 * {@code java.sql.Savepoint} in an XA branch (pgjdbc 42.7.13 and IronJacamar 3 do).
 *
 * @param product how {@code DatabaseMetaData.getDatabaseProductName} begins
 * @param set sets a savepoint, whose name goes behind it
 * @param release forgets a savepoint and keeps the work since; {@code null} where the database has no such statement
 * @param rollbackTo undoes the work since a savepoint, which stays
 * @param namesByDepth whether a savepoint's name may be used again while an older one of that name is open: the inner
 *     one hides the outer one until it is released
 * @param takesPrefix whether savepoint statements may stand before another statement in one text, separated by semicolons,
 *     all of it one round trip, each with a result of its own
 * @param ping a statement that fails where any would, because one failed before; {@code null} where the transaction survives that
 * @param probe a statement that fails where a commit would keep nothing, because a statement failed before or a deferred
 *     constraint is broken; {@code null} where the transaction survives the one and there is no such thing as the other
 */
public record Dialect(
        String product,
        String set,
        @Nullable String release,
        String rollbackTo,
        boolean namesByDepth,
        boolean takesPrefix,
        @Nullable String ping,
        @Nullable String probe) {

    private static final String SAVEPOINT = "SAVEPOINT ";
    private static final String RELEASE = "RELEASE SAVEPOINT ";
    private static final String ROLLBACK_TO = "ROLLBACK TO SAVEPOINT ";

    private static final Dialect OTHER = new Dialect("", SAVEPOINT, RELEASE, ROLLBACK_TO, false, false, null, null);

    private static final List<Dialect> KNOWN = List.of(
            // 8.0 to 18: shadows by name, so a name for each depth serves the statement cache; tested with 18
            new Dialect(
                    "PostgreSQL",
                    SAVEPOINT,
                    RELEASE,
                    ROLLBACK_TO,
                    true,
                    true,
                    "SELECT 1",
                    "SET CONSTRAINTS ALL IMMEDIATE"),
            // 2.2 to 2.5: the second savepoint of a name replaces the first one, so names are unique; tested with 2.2
            new Dialect("H2", SAVEPOINT, RELEASE, ROLLBACK_TO, false, false, null, null),
            // the rest by their manuals, not tested. 5.6.6 and later allow savepoints in an XA branch
            new Dialect("MySQL", SAVEPOINT, RELEASE, ROLLBACK_TO, false, false, null, null),
            new Dialect("MariaDB", SAVEPOINT, RELEASE, ROLLBACK_TO, false, false, null, null),
            // up to 23: no RELEASE
            new Dialect("Oracle", SAVEPOINT, null, ROLLBACK_TO, false, false, null, null),
            // up to 2022: statements of its own, no RELEASE; refuses savepoints in an XA branch (errors 627, 3933)
            new Dialect(
                    "Microsoft SQL Server",
                    "SAVE TRANSACTION ",
                    null,
                    "ROLLBACK TRANSACTION ",
                    false,
                    false,
                    null,
                    null));

    private static final Set<String> BRANCH_BROKEN = Set.of("08", "25", "40", "57");

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
     * A name for a savepoint that nobody else uses: letters, digits and underscore, 30 characters at most.
     *
     * @param sequence a number that the transaction doesn't use again
     * @return the name
     */
    public static String uniqueName(long sequence) {
        return "xact_" + sequence;
    }

    /**
     * A name for a savepoint that others of its depth had before: letters, digits and underscore, 30 characters at most.
     *
     * @param depth how many savepoints may be open around it
     * @param taken the name that the last one of that depth has, if that is still open; {@code null} otherwise
     * @return the name, another than the one that is taken
     */
    public static String nameOfDepth(int depth, @Nullable String taken) {
        String name = "xact_d" + depth;
        return name.equals(taken) ? name + "b" : name;
    }
}

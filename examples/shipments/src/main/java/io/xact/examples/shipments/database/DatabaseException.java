// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement failed. Told apart by SQLState, which H2 and PostgreSQL have in common where it matters here. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    /**
     * A failed statement.
     *
     * @param cause what the driver said
     */
    public DatabaseException(SQLException cause) {
        super("A statement failed", cause);
        this.sqlState = stateOf(cause);
    }

    private static String stateOf(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        return state == null ? "" : state;
    }

    /**
     * Whether a unique constraint was broken.
     *
     * @return {@code true} for SQLState 23505
     */
    public boolean isDuplicate() {
        return sqlState.equals("23505");
    }

    /**
     * Whether the data is at fault: a constraint was broken, or a value is out of range.
     *
     * @return {@code true} for the SQLState classes 22 and 23
     */
    public boolean isConstraint() {
        return sqlState.startsWith("22") || sqlState.startsWith("23");
    }

    /**
     * Whether another transaction was in the way, so that it may work the next time.
     *
     * @return {@code true} for a deadlock, a serialization failure or a lock that was waited for too long
     */
    public boolean isBusy() {
        return switch (sqlState) {
            case "40001", "40P01", "55P03", "HYT00" -> true;
            default -> false;
        };
    }
}

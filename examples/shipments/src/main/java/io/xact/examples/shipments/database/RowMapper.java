// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a value of a row.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface RowMapper<T> {

    /**
     * Reads the row that the result set stands on.
     *
     * @param row never moved
     * @return the value
     * @throws SQLException if a column can't be read
     */
    T map(ResultSet row) throws SQLException;
}

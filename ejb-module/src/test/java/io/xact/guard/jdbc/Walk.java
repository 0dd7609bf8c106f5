// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at everything there is. What is seen is written down by the objects themselves. */
final class Walk {

    private Walk() {}

    /** All results of a statement, and twice beyond the last one. */
    static void results(Statement statement) throws SQLException {
        int beyond = 0;
        while (beyond < 2) {
            ResultSet rows = statement.getResultSet();
            if (rows != null) {
                rows(rows);
            }
            int count = statement.getUpdateCount();
            statement.getLargeUpdateCount();
            beyond += statement.getMoreResults() || count >= 0 || rows != null ? 0 : 1;
        }
    }

    /** A result set from where it stands, to its end. */
    static void rows(ResultSet rows) throws SQLException {
        metaData(rows.getMetaData());
        values(rows);
    }

    /** The values alone. */
    static void values(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                rows.getObject(column);
                rows.wasNull();
            }
        }
    }

    static void metaData(ResultSetMetaData metaData) throws SQLException {
        for (int column = 1; column <= metaData.getColumnCount(); column++) {
            metaData.getColumnLabel(column);
            metaData.getColumnTypeName(column);
            metaData.getColumnType(column);
            metaData.getColumnClassName(column);
            metaData.getPrecision(column);
            metaData.getScale(column);
            metaData.isNullable(column);
            metaData.isAutoIncrement(column);
            metaData.getTableName(column);
        }
    }

    /** Where a result set stands, before, on and behind each row. */
    static void positions(ResultSet rows) throws SQLException {
        do {
            rows.isBeforeFirst();
            rows.isFirst();
            rows.getRow();
            rows.isLast();
            rows.isAfterLast();
        } while (rows.next());
        rows.isAfterLast();
        rows.getRow();
    }
}

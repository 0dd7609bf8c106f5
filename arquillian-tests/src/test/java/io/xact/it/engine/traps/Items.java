// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import io.xact.it.engine.application.Sql;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Statements on the table of items. */
final class Items {

    static final String REFUSED = "INSERT INTO item (name) VALUES (NULL)";

    private Items() {}

    static void insert(DataSource items, String name) throws SQLException {
        Sql.execute(items, insert(name));
    }

    static String insert(String name) {
        return "INSERT INTO item (name) VALUES ('" + name + "')";
    }

    /** A statement that the database refuses; the program thinks nothing of it. */
    static void insertRefused(DataSource items) {
        try {
            Sql.execute(items, REFUSED);
        } catch (SQLException swallowed) {
            // the program can do without that row
        }
    }
}

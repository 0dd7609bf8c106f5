// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.sql.SQLException;

/** What programs on PostgreSQL find beside the table. */
final class PostgresProbe {

    private static boolean made;

    private PostgresProbe() {}

    static synchronized void in(Probe probe) throws SQLException {
        if (made) {
            return;
        }
        probe.send("CREATE TABLE logged (id INT, big OID)");
        probe.send("CREATE RULE answering AS ON INSERT TO logged DO ALSO SELECT 1 AS answered");
        probe.send("CREATE FUNCTION speak(words TEXT) RETURNS TEXT LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE WARNING 'it says %', words; RETURN words || '!'; END $$");
        probe.send("CREATE PROCEDURE settle(named TEXT) LANGUAGE sql AS"
                + " $$ INSERT INTO probe (name) VALUES (named); $$");
        made = true;
    }
}

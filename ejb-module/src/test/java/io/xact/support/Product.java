// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.servers.PostgresServer;

/** The databases that the tests run on. */
public enum Product {
    H2 {
        @Override
        String url(String database) {
            return "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000";
        }

        @Override
        String sessionQuery() {
            return "SELECT SESSION_ID()";
        }

        @Override
        String endOf(String session) {
            return "SELECT ABORT_SESSION(" + session + ")";
        }
    },
    POSTGRESQL {
        @Override
        String url(String database) {
            return Server.INSTANCE.createDatabase(database);
        }

        @Override
        String sessionQuery() {
            return "SELECT pg_backend_pid()";
        }

        @Override
        String endOf(String session) {
            return "SELECT pg_terminate_backend(" + session + ", 10000)"; // returns when it has ended
        }
    };

    /** The URL of a database that is there. */
    abstract String url(String database);

    /** Asks for the number of the session that it runs in. */
    abstract String sessionQuery();

    /** Ends another session, as if its connection were lost. */
    abstract String endOf(String session);

    /** Started by the first test that needs it; it ends with this JVM. */
    private static final class Server {
        static final PostgresServer INSTANCE = PostgresServer.start();
    }
}

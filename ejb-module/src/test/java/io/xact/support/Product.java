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
    },
    POSTGRESQL {
        @Override
        String url(String database) {
            return Server.INSTANCE.createDatabase(database);
        }
    };

    /** The URL of a database that is there. */
    abstract String url(String database);

    /** Started by the first test that needs it; it ends with this JVM. */
    private static final class Server {
        static final PostgresServer INSTANCE = PostgresServer.start();
    }
}

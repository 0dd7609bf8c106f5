// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.it.engine.application.Database;

/**
 * One transaction.
 *
 * @param way what it does, in which order
 * @param by by what it sends its message
 * @param database where its row is
 * @param name of row and message
 * @param ending how it ends
 */
record Turn(Way way, Sending by, Database database, String name, Ending ending) {

    /** The name of the message that is rolled back with a nested scope. */
    String nestedName() {
        return name + "-nested";
    }

    Database otherDatabase() {
        return database == Database.H2 ? Database.POSTGRESQL : Database.H2;
    }

    /** Every second transaction works by the server's own data source, which xact doesn't see. */
    boolean isUnguarded() {
        return name.hashCode() % 2 != 0;
    }
}

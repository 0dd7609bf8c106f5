// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.settings;

import io.xact.support.Wire;
import java.sql.SQLFeatureNotSupportedException;

/** A database that takes no savepoints in a branch. */
final class Refusing {

    private Refusing() {}

    static void savepoints(Wire wire) {
        wire.tap(call -> {
            if (call.startsWith("SAVEPOINT ")) {
                throw new SQLFeatureNotSupportedException("no savepoints here", "0A000");
            }
        });
    }
}

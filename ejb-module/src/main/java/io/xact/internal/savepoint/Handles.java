// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;

/** The handles by which a physical connection is used, as far as its pool tells. Used by the thread that has the transaction. */
public interface Handles {

    /** Those of a pool that tells nothing. */
    Handles UNKNOWN = new Handles() {
        @Override
        public Collection<Connection> open() {
            return List.of();
        }

        @Override
        public void forget() {}
    };

    /**
     * Those that are open.
     *
     * @return as they are at the moment
     */
    Collection<Connection> open();

    /** Nobody wants to be told any more of handles that are closed. */
    void forget();
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Where data sources are found by name. */
@FunctionalInterface
public interface DataSources {

    /**
     * Looks for a data source, in the naming context of the caller.
     *
     * @param name its JNDI name
     * @return the data source; empty if there is none of that name
     */
    Optional<DataSource> find(String name);

    /**
     * Whether a data source that was not found while the application is deployed may be found at its first use: the server
     * starts its services side by side, and a component's own names are seen in the component only.
     *
     * @param name its JNDI name
     * @return {@code false} where there is none of that name, or that can't be told
     */
    default boolean mayCome(String name) {
        return false;
    }

    /**
     * The handles of a connection.
     *
     * @param handle one of them
     * @param closed is told of each that is closed from now on
     * @return the handles
     */
    default Handles handles(Connection handle, Consumer<Connection> closed) {
        return Handles.UNKNOWN;
    }

    /**
     * Puts a pooled connection right, before it is used outside any transaction.
     *
     * @param connection a handle from the pool, just opened
     * @throws SQLException if that fails
     */
    default void heal(Connection connection) throws SQLException {}
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.util.Optional;
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
     * Whether a data source that was not found is only not up yet: the server starts its services side by side.
     *
     * @param name its JNDI name
     * @return {@code false} where there is none of that name, or that can't be told
     */
    default boolean isStarting(String name) {
        return false;
    }
}

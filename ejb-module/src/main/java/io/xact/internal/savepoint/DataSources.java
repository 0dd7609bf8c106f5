// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import javax.sql.DataSource;

/** Where data sources are found by name. */
@FunctionalInterface
public interface DataSources {

    /**
     * Finds a data source, in the naming context of the caller.
     *
     * @param name its JNDI name; empty for the default data source
     * @return the data source
     * @throws io.xact.XactDefinitionException if there is none of that name
     */
    DataSource find(String name);
}

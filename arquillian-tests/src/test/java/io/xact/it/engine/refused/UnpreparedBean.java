// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.refused;

import io.xact.Guarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Uses a PostgreSQL that prepares no transactions. */
@ApplicationScoped
public class UnpreparedBean {

    /** The name of the data source. */
    public static final String NAME = "java:jboss/datasources/UnpreparedDS";

    @Inject
    @Guarded(NAME)
    private DataSource unprepared;

    public DataSource dataSource() {
        return unprepared;
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.refused;

import io.xact.Guarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Uses a commit-markable data source whose table is missing. */
@ApplicationScoped
public class TablelessBean {

    /** The name of the data source. */
    public static final String NAME = "java:jboss/datasources/PostgresqlTablelessDS";

    @Inject
    @Guarded(NAME)
    private DataSource tableless;

    public DataSource dataSource() {
        return tableless;
    }
}

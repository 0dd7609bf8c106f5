// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.markable;

import io.xact.Guarded;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** The data sources. Each is on the database of PostgreSQL's XA data source. */
@ApplicationScoped
public class Markable {

    static final String NAME = "java:jboss/datasources/PostgresqlMarkableDS";
    /** One whose table is missing. */
    static final String TABLELESS_NAME = "java:jboss/datasources/PostgresqlTablelessDS";

    static final String UNLISTED_NAME = "java:jboss/datasources/PostgresqlUnlistedDS";

    @Inject
    private Tables tables;

    @Inject
    @Guarded(NAME)
    private DataSource guarded;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = NAME)
    private DataSource unguarded;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = UNLISTED_NAME)
    private DataSource unlisted;

    /** The items, by the commit-markable data source. */
    Table items() {
        Table items = tables.postgresql();
        return new Table(items.database(), guarded, unguarded, items.observer());
    }

    /** One that the transaction manager was not told of. */
    DataSource unlisted() {
        return unlisted;
    }
}

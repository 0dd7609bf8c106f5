// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import io.xact.Guarded;
import io.xact.it.application.Through.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Stores items by JDBC on the guarded data source. */
@Through(Access.JDBC)
@ApplicationScoped
public class JdbcItemStore implements ItemStore {

    @Inject
    @Guarded("java:jboss/datasources/ExampleDS")
    private DataSource dataSource;

    @Override
    public void insert(String name) throws SQLException {
        Rows.insert(dataSource, name);
    }
}

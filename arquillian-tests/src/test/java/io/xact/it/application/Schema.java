// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The application's table, made when it starts. */
@ApplicationScoped
public class Schema {

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:jboss/datasources/ExampleDS")
    private DataSource dataSource;

    void create(@Observes @Initialized(ApplicationScoped.class) Object started) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS item (name VARCHAR(40) PRIMARY KEY)");
        }
    }
}

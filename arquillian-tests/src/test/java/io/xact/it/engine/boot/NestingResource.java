// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.boot;

import io.xact.Guarded;
import io.xact.Rollback;
import io.xact.Xact;
import io.xact.Xacts;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Sql;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Works on both databases, and has a nested scope's work on them undone. */
@Path("nesting")
@RequestScoped
public class NestingResource {

    @Inject
    private Xacts xacts;

    @Inject
    @Guarded(Database.POSTGRESQL_NAME)
    private DataSource postgresql;

    @Inject
    @Guarded(Database.H2_NAME)
    private DataSource h2;

    /** Tells how many rows there are in the end. */
    @Xact
    @POST
    public String nest() throws SQLException {
        int rows = 0;
        for (DataSource dataSource : List.of(postgresql, h2)) {
            Sql.execute(dataSource, "CREATE TABLE boot (name VARCHAR(40))");
            Sql.execute(dataSource, "INSERT INTO boot VALUES ('outer')");
            xacts.run(() -> {
                Sql.execute(dataSource, "INSERT INTO boot VALUES ('inner')");
                throw new Rollback();
            });
            rows += Sql.query(dataSource, "SELECT name FROM boot").size();
            Sql.execute(dataSource, "DROP TABLE boot");
        }
        return Integer.toString(rows);
    }
}

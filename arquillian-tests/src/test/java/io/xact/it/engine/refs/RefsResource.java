// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.refs;

import io.xact.Guarded;
import io.xact.Xact;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Uses {@code java:comp/env}, as portable applications do. */
@Path("refs")
@RequestScoped
public class RefsResource {

    @Inject
    @Guarded("java:comp/env/jdbc/orders")
    private DataSource orders;

    @Inject
    @Guarded("java:comp/DefaultDataSource")
    private DataSource byDefault;

    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // makes the reference
    @Resource(name = "jdbc/orders", lookup = Database.POSTGRESQL_NAME)
    private DataSource reference;

    @Xact(using = "java:comp/env/jdbc/orders")
    @POST
    public String query() throws SQLException {
        return Sql.query(orders, "SELECT 'of the reference'").get(0)
                + Sql.query(byDefault, "SELECT ' and of the default'").get(0);
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.scopes;

import io.xact.XactScope;
import io.xact.Xacts;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;

/** Opens scopes by hand in a resource class; each method is for one database. */
@Path("scopes")
@RequestScoped
public class ByHandResource {

    @Inject
    private Xacts xacts;

    @Inject
    private Tables tables;

    @QueryParam("database")
    private Database database = Database.H2;

    private void insert(String name) throws SQLException {
        tables.in(database).insert(name);
    }

    @GET
    public String committed() throws SQLException {
        return String.join(" ", tables.in(database).committed());
    }

    @DELETE
    public void clear() throws SQLException {
        tables.clear();
    }

    /** Tells whether the thread of an earlier request has left something. */
    @GET
    @Path("depth")
    public String depth() {
        return xacts.depth() + " " + xacts.isActive();
    }

    @POST
    @Path("committed")
    public void commit() throws SQLException {
        try (XactScope scope = xacts.begin()) {
            insert("committed");
            scope.commit();
        }
    }

    @POST
    @Path("closed")
    public void close() throws SQLException {
        try (XactScope scope = xacts.begin()) {
            insert("closed");
            scope.fail(new IllegalStateException("on purpose"));
        }
    }

    @POST
    @Path("left-open")
    public void leaveOpen() throws SQLException {
        xacts.begin();
        insert("left open");
    }

    /** The owner would commit. */
    @POST
    @Path("left-open-in-transactional")
    @Transactional
    public void leaveOpenInTransactional() throws SQLException {
        insert("of the owner");
        xacts.begin();
        insert("left open");
    }

    @POST
    @Path("left-open-in-scope")
    public void leaveOpenInScope() throws SQLException {
        xacts.run(() -> {
            insert("of the scope around");
            xacts.begin();
            insert("left open");
        });
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.web;

import io.xact.Guarded;
import io.xact.Xact;
import io.xact.it.application.RefusedException;
import io.xact.it.application.Rows;
import io.xact.it.application.ejb.DirectBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The annotation and the guarded data source right in a resource class. */
@Path("direct")
@RequestScoped
public class DirectResource {

    @Inject
    @Guarded("java:jboss/datasources/ExampleDS")
    private DataSource dataSource;

    @Inject
    private DirectBean bean;

    @Xact
    @POST
    public void insert(@QueryParam("name") String name, @QueryParam("refuse") boolean refuse)
            throws SQLException, RefusedException {
        Rows.insert(dataSource, name, refuse);
    }

    @POST
    @Path("bean")
    public void insertByBean(@QueryParam("name") String name, @QueryParam("refuse") boolean refuse)
            throws SQLException, RefusedException {
        bean.insert(name, refuse);
    }
}

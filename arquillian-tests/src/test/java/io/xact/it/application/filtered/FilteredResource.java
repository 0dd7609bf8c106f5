// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.filtered;

import io.xact.web.NonXact;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;

/** Inserts a row, in the request's scope or outside. */
@Path("filtered")
@RequestScoped
public class FilteredResource {

    @Inject
    private Work work;

    @POST
    @Path("resource")
    public Response insert(@QueryParam("name") String name, @QueryParam("end") End end) throws SQLException {
        return answer(work, name, end);
    }

    @POST
    @Path("async-resource")
    public void insertLater(@QueryParam("name") String name, @Suspended AsyncResponse later) throws SQLException {
        later.resume(work.insert(name));
    }

    @POST
    @NonXact
    @Path("outside-resource-method")
    public Response insertOutside(@QueryParam("name") String name, @QueryParam("end") End end) throws SQLException {
        return answer(work, name, end);
    }

    private static Response answer(Work work, String name, End end) throws SQLException {
        String seen = work.insert(name);
        Status status = work.isRefused(end) ? Status.CONFLICT : Status.OK;
        return Response.status(status).entity(seen).build();
    }

    /** Outside as a class. */
    @NonXact
    @Path("filtered/outside-resource")
    @RequestScoped
    public static class Outside {

        @Inject
        private Work work;

        @POST
        public Response insert(@QueryParam("name") String name, @QueryParam("end") End end) throws SQLException {
            return answer(work, name, end);
        }
    }
}

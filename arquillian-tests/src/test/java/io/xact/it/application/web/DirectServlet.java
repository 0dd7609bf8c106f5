// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.web;

import io.xact.Guarded;
import io.xact.Xact;
import io.xact.Xacts;
import io.xact.it.application.RefusedException;
import io.xact.it.application.Rows;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;

/** The lambda runner and the guarded data source right in a servlet. */
@WebServlet("/direct")
public class DirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Guarded("java:jboss/datasources/ExampleDS")
    private transient DataSource dataSource;

    @Inject
    private transient Xacts xacts;

    @Xact
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(xacts.depth());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            xacts.run(() ->
                    Rows.insert(dataSource, request.getParameter("name"), request.getParameter("refuse") != null));
        } catch (RefusedException e) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.filtered;

import io.xact.web.NonXact;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Inserts a row, in the request's scope or outside. */
@WebServlet(urlPatterns = "/filtered/servlet", asyncSupported = true)
public class FilteredServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Work work;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            String seen = work.insert(request.getParameter("name"));
            if (request.getParameter("async") != null) {
                request.startAsync().complete();
            }
            if (work.isRefused(End.valueOf(request.getParameter("end")))) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
            }
            response.getWriter().print(seen);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    /** Outside. */
    @NonXact
    @WebServlet("/filtered/outside-servlet")
    public static class Outside extends FilteredServlet {
        private static final long serialVersionUID = 1L;
    }

    /** Outside with one of its methods. */
    @WebServlet("/filtered/outside-servlet-method")
    public static class OutsideMethod extends FilteredServlet {
        private static final long serialVersionUID = 1L;

        @NonXact
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            super.doPost(request, response);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The application's own page for an error; it tells whether it is in a transaction. */
@WebServlet(urlPatterns = "/error-page", asyncSupported = true)
public class ErrorPageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Steps steps;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            response.getWriter().write("page of " + status + " " + steps.transaction());
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.it.engine.application.Tables;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Tells what is committed, and what has happened; by reads, which are in no scope. */
@WebServlet(urlPatterns = "/observer/*", asyncSupported = true)
public class ObserverServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Tables tables;

    @Inject
    private transient Log log;

    /** The error page of a request that was posted. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            response.getWriter().write(String.join("\n", answer(request)));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private List<String> answer(HttpServletRequest request) throws SQLException {
        return switch (request.getPathInfo()) {
            case "/rows" -> tables.postgresql().committed();
            case "/h2" -> tables.h2().committed();
            case "/log" -> log.lines();
            case "/clear" -> {
                tables.clear();
                log.clear();
                yield List.of();
            }
            case "/error-page" ->
                List.of("page of " + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) + " "
                        + request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
            default -> throw new IllegalArgumentException(request.getPathInfo());
        };
    }
}

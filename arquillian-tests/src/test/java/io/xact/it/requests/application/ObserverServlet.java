// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.it.engine.application.Tables;
import jakarta.inject.Inject;
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

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            response.getWriter().write(String.join("\n", answer(request.getPathInfo())));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private List<String> answer(String path) throws SQLException {
        return switch (path) {
            case "/rows" -> tables.postgresql().committed();
            case "/h2" -> tables.h2().committed();
            case "/log" -> log.lines();
            case "/clear" -> {
                tables.clear();
                log.clear();
                yield List.of();
            }
            default -> throw new IllegalArgumentException(path);
        };
    }
}

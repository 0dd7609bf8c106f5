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

    @Inject
    private transient Watch watch;

    @Inject
    private transient Gate gate;

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
            case "/increments" ->
                tables.postgresql().observe("SELECT SUM(amount) FROM item WHERE name LIKE 'shared-%'");
            case "/ended" -> List.of(Integer.toString(watch.ended()));
            case "/unclean" -> watch.unclean();
            case "/waiting" -> List.of(Integer.toString(gate.waiting()));
            case "/open-gate" -> {
                gate.open();
                yield List.of();
            }
            case "/clear" -> {
                tables.clear();
                log.clear();
                watch.clear();
                yield List.of();
            }
            default -> throw new IllegalArgumentException(request.getPathInfo());
        };
    }
}

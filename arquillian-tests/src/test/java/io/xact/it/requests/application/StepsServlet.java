// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Does what the request says, whatever its method. */
@WebServlet(
        urlPatterns = {"/steps/*", "/lenient/*", "/small/*", "/excluded/*", "/hasty/*", "/eager/*", "*.free"},
        asyncSupported = true)
public class StepsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Steps steps;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        new AnswerSteps(steps, request, response).take("do");
    }
}

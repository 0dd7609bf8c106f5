// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.refused;

import io.xact.web.NonXact;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leaves out what is not there. */
@WebServlet(name = "unknown", urlPatterns = "/unknown")
public class UnknownDataSourceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    @NonXact("java:/NoSuchDS")
    protected void doPut(HttpServletRequest request, HttpServletResponse response) {}
}

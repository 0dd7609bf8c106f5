// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.scopes;

import io.xact.XactScope;
import io.xact.Xacts;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Tables;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;

/** Opens scopes by hand in a servlet. */
@WebServlet("/servlet")
public class ByHandServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Xacts xacts;

    @Inject
    private transient Tables tables;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Database database = Database.valueOf(request.getParameter("database"));
        try (XactScope scope = xacts.begin()) {
            tables.in(database).insert("by servlet");
            scope.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves a scope open. */
    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) {
        xacts.begin();
        tables.in(Database.valueOf(request.getParameter("database"))).insertUnchecked("left open");
    }
}

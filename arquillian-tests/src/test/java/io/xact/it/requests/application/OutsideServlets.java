// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.web.NonXact;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Servlets outside the transaction: wholly, by one method, and for a data source. */
public final class OutsideServlets {

    private OutsideServlets() {}

    /** What each of them does. */
    public abstract static class Base extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Inject
        private transient Steps steps;

        final void steps(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            new AnswerSteps(steps, request, response).take("do");
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            steps(request, response);
        }

        @Override
        protected void doPut(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            steps(request, response);
        }
    }

    /** All of it. */
    @NonXact
    @WebServlet(urlPatterns = "/outside/*", asyncSupported = true)
    public static class Whole extends Base {
        private static final long serialVersionUID = 1L;
    }

    /** Its class says so above it. */
    @WebServlet(urlPatterns = "/outside-inherited/*", asyncSupported = true)
    public static class Inherited extends Whole {
        private static final long serialVersionUID = 1L;
    }

    /** Only for {@code PUT}. */
    @WebServlet(urlPatterns = "/outside-put/*", asyncSupported = true)
    public static class Method extends Base {

        private static final long serialVersionUID = 1L;

        @Override
        @NonXact
        protected void doPut(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            steps(request, response);
        }
    }

    /** One database. */
    @NonXact("java:jboss/datasources/H2XaDS")
    @WebServlet(urlPatterns = "/outside-h2/*", asyncSupported = true)
    public static class OneSource extends Base {
        private static final long serialVersionUID = 1L;
    }

    /** Goes on in another thread. */
    @NonXact
    @WebServlet(urlPatterns = "/outside-async/*", asyncSupported = true)
    public static class Later extends Base {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            AsyncContext later = request.startAsync();
            later.start(() -> {
                try {
                    steps(request, (HttpServletResponse) later.getResponse());
                } catch (ServletException | IOException e) {
                    throw new IllegalStateException(e);
                } finally {
                    later.complete();
                }
            });
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before each servlet, behind all other filters: takes it out of the transaction if it is to run outside, and brings back at its end
 * what it, or JAX-RS in it, has left. Thread-safe.
 */
final class HandlerFilter implements Filter {

    /** The servlets, and the methods of requests for them, that have been seen so far. */
    private final Map<Target, OptOut> known = new ConcurrentHashMap<>();

    private record Target(String servlet, String method) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestScope scope = RequestScope.of(request);
        if (scope != null && request instanceof HttpServletRequest http) {
            handle(scope, http, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void handle(RequestScope scope, HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Target target = new Target(servlet(request), request.getMethod());
        try (Handler handler = scope.enter()) {
            handler.leave(known.computeIfAbsent(target, found -> optOut(found, request.getServletContext())));
            chain.doFilter(request, response);
        }
    }

    /** The name of the servlet that is called now; an included one is told by an attribute. */
    private static String servlet(HttpServletRequest request) {
        boolean isIncluded = request.getDispatcherType() == DispatcherType.INCLUDE
                && request.getAttribute(RequestDispatcher.INCLUDE_MAPPING) instanceof HttpServletMapping;
        HttpServletMapping mapping = isIncluded
                ? (HttpServletMapping) request.getAttribute(RequestDispatcher.INCLUDE_MAPPING)
                : request.getHttpServletMapping();
        return Objects.requireNonNullElse(mapping.getServletName(), "");
    }

    private static OptOut optOut(Target target, ServletContext context) {
        ServletRegistration registration = context.getServletRegistration(target.servlet());
        if (registration == null || registration.getClassName() == null) {
            return OptOut.NONE;
        }
        try {
            Class<?> type = Class.forName(registration.getClassName(), false, context.getClassLoader());
            return OptOut.of(
                    type, "do" + capitalized(target.method()), HttpServletRequest.class, HttpServletResponse.class);
        } catch (ClassNotFoundException e) {
            WebLog.LOG.debugf(e, "The class of the servlet %s can't be seen", target.servlet());
            return OptOut.NONE;
        }
    }

    /** {@code POST} is handled by {@code doPost}. */
    private static String capitalized(String method) {
        return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    }
}

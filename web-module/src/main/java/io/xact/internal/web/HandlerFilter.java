// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before servlets, behind all other filters: takes them out of the transaction if they are to run outside, and brings back at their
 * end what they, or JAX-RS in them, have left. Thread-safe.
 */
final class HandlerFilter implements Filter {

    private final Class<?> servlet;

    /** By the method of the request. */
    private final Map<String, OptOut> optOuts = new ConcurrentHashMap<>();

    /**
     * For one servlet, or several.
     *
     * @param servlet a class that they have in common
     */
    HandlerFilter(Class<?> servlet) {
        this.servlet = servlet;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestScope scope = RequestScope.of(request);
        if (scope != null && request instanceof HttpServletRequest http) {
            try (Handler handler = scope.enter()) {
                handler.leave(optOuts.computeIfAbsent(http.getMethod(), this::optOut));
                chain.doFilter(request, response);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /** {@code POST} is handled by {@code doPost}. */
    private OptOut optOut(String method) {
        String handler = "do" + method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
        return OptOut.of(servlet, handler, HttpServletRequest.class, HttpServletResponse.class);
    }
}

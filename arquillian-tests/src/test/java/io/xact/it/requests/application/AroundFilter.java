// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes steps before and after what it is around, as the request's parameters say. */
public abstract class AroundFilter implements Filter {

    private final String before;
    private final String after;

    @Inject
    private Steps steps;

    private AroundFilter(String before, String after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AnswerSteps all = new AnswerSteps(steps, (HttpServletRequest) request, (HttpServletResponse) response);
        all.take(before);
        chain.doFilter(request, response);
        all.take(after);
    }

    /** Stands outside the library's filter. */
    public static final class Outer extends AroundFilter {
        public Outer() {
            super("outer-before", "outer-after");
        }
    }

    /** Stands between the library's filter and the handler. */
    public static final class Inner extends AroundFilter {
        public Inner() {
            super("inner-before", "inner-after");
        }
    }
}

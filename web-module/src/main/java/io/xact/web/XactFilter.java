// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.web;

import io.xact.XactOptions;
import io.xact.Xacts;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.web.FilterSettings;
import io.xact.internal.web.RequestScopes;
import io.xact.internal.web.XactFilterInitializer;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Wraps requests that modify something in a scope each, and sends their answers only after the commit. Declared in {@code web.xml}, with
 * {@code <async-supported>true</async-supported>}. Thread-safe.
 *
 * <p>A {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE} runs in a transaction, in which {@link io.xact.Xact} nests; where one
 * is on the thread already, in a nested scope of that. What comes after the filter is in the scope: other filters, the servlet, JAX-RS,
 * Faces, forwards and includes; filters before it, and error pages, are not. The scope commits, unless
 *
 * <ul>
 *   <li>the status of the answer is one of {@code rollbackOnStatus}: it is rolled back, and the answer is sent as the handler made it. An
 *       error that Jakarta Faces tells a script of, with status 200, counts as 500;
 *   <li>the handler has called {@link Xacts#setRollback}, or a {@link io.xact.Rollback} comes out of it: the same;
 *   <li>anything else comes out of it: it is rolled back, what the handler has written is forgotten, and the container has the exception;
 *   <li>it can't: the transaction was marked by somebody else, the scope is doomed, the commit fails, the answer could not be held. The
 *       answer is 500 then, or 503 with {@code Retry-After} after a serialization failure, a deadlock or a timeout, and tells no reason;
 *       that is in the log.
 * </ul>
 *
 * <p>If the work is committed and a hook fails afterwards, the answer is sent and the failure is logged. Before and after the request the
 * thread has no transaction, or the same one.
 *
 * <p>Init parameters; what is wrong with them is refused at deployment:
 *
 * <ul>
 *   <li>{@code methods}: those that are wrapped; {@code POST, PUT, PATCH, DELETE}
 *   <li>{@code exclude}: paths inside the application that are left alone, as in a {@code url-pattern}; none
 *   <li>{@code using}: JNDI names of the data sources whose work the scope can undo on its own, as in {@link io.xact.Xact#using}; all
 *   <li>{@code rollbackOnStatus}: codes and ranges; {@code 400-599}
 *   <li>{@code timeoutSeconds}: the JTA timeout; 0, the server's default
 *   <li>{@code maxBufferedBytes}: how much of an answer is held in memory, the rest is in a temporary file; 262144
 *   <li>{@code maxResponseBytes}: how long an answer may be at all; 1073741824
 *   <li>{@code async}: {@code refuse}, or {@code commit-on-return}: asynchronous handling is allowed, the scope ends when the request's
 *       thread returns, and what comes later is outside
 * </ul>
 *
 * @see NonXact
 */
public final class XactFilter implements Filter {

    private @Nullable RequestScopes scopes;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    private Xacts xacts;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    private XactEngine engine;

    /** Made by the container. */
    public XactFilter() {}

    /**
     * Reads the parameters.
     *
     * @param config tells them
     * @throws io.xact.XactDefinitionException if one is wrong, if asynchronous handling isn't supported, or a data source isn't there
     */
    @Override
    public void init(FilterConfig config) {
        FilterSettings settings = XactFilterInitializer.settings(config);
        XactOptions options = xacts.with()
                .named("the filter " + config.getFilterName())
                .using(settings.using())
                .timeout(settings.timeout());
        scopes = new RequestScopes(settings, options, engine, config.getServletContext());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestScopes all = Objects.requireNonNull(scopes, "made by init");
        if (request instanceof HttpServletRequest http && all.areFor(http)) {
            all.run(http, (HttpServletResponse) response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}

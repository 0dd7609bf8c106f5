// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.XactOptions;
import io.xact.internal.engine.XactEngine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Opens a scope for each request that is to have one. Thread-safe. */
public final class RequestScopes {

    private final FilterSettings settings;
    private final XactOptions options;
    private final XactEngine engine;
    private final Path directory;

    /**
     * For one filter.
     *
     * @param settings how it wraps requests
     * @param options how the scopes are to run
     * @param engine runs them
     * @param context the application
     */
    public RequestScopes(FilterSettings settings, XactOptions options, XactEngine engine, ServletContext context) {
        this.settings = settings;
        this.options = options;
        this.engine = engine;
        this.directory = context.getAttribute(ServletContext.TEMPDIR) instanceof File temporary
                ? temporary.toPath()
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * Whether a request is to run in a scope of its own.
     *
     * @param request the request
     * @return {@code false} for other methods and excluded paths, and for a request that runs in one, or has done so
     */
    public boolean areFor(HttpServletRequest request) {
        return settings.methods().contains(request.getMethod()) && isEntering(request) && !isExcluded(request);
    }

    /** An include can't answer, an error page tells of what is over, and the rest of asynchronous handling is outside. */
    private static boolean isEntering(HttpServletRequest request) {
        return switch (request.getDispatcherType()) {
            case REQUEST, FORWARD -> RequestScope.of(request) == null;
            case INCLUDE, ERROR, ASYNC -> false;
        };
    }

    private boolean isExcluded(HttpServletRequest request) {
        return settings.exclude()
                .match(request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), ""));
    }

    /**
     * Runs a request in its scope, and answers when that has ended.
     *
     * @param request the request
     * @param response the container's answer
     * @param chain what is wrapped
     * @throws IOException what the chain threw; or the answer could not be sent, after the commit
     * @throws ServletException what the chain threw
     */
    public void run(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HeldBody body = new HeldBody(directory, settings.maxBufferedBytes(), settings.maxResponseBytes());
        new RequestScope(settings, options, engine, request, new HeldResponse(request, response, body)).run(chain);
    }
}

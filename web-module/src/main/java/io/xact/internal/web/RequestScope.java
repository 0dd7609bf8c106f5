// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.HeuristicOutcomeException;
import io.xact.Rollback;
import io.xact.XactCommittedException;
import io.xact.XactException;
import io.xact.XactOptions;
import io.xact.XactTimeoutException;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.sql.PassingFailures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request in its scope, and what becomes of its answer. Runs once; used by the request's thread.
 */
public final class RequestScope {

    /** In the request, while its scope is open. */
    static final String ATTRIBUTE = RequestScope.class.getName();

    private static final String SECONDS_TO_WAIT = "1";

    private final String name;
    private final FilterSettings settings;
    private final XactOptions options;
    private final XactEngine engine;
    private final HttpServletRequest request;
    private final HeldResponse response;
    private @Nullable Handler handler;
    private @Nullable Throwable thrownByHandler;
    private @Nullable XactException asyncRefused;
    private boolean isRolledBackByStatus;
    private boolean isAsync;
    private volatile boolean hasEnded; // an asynchronous handler asks, from another thread

    RequestScope(
            FilterSettings settings,
            XactOptions options,
            XactEngine engine,
            HttpServletRequest request,
            HeldResponse response) {
        this.name = request.getMethod() + " " + request.getRequestURI();
        this.settings = settings;
        this.options = options.named(name);
        this.engine = engine;
        this.request = request;
        this.response = response;
    }

    /** The scope that a request runs in; {@code null} if it is in none. */
    static @Nullable RequestScope of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestScope scope ? scope : null;
    }

    /** Runs the request, ends its scope, and answers. */
    void run(FilterChain chain) throws IOException, ServletException {
        try (response) {
            Throwable failure = runInScope(chain);
            hasEnded = true;
            answer(failure);
        }
    }

    private @Nullable Throwable runInScope(FilterChain chain) {
        boolean isOwner = !engine.hasTransaction();
        request.setAttribute(ATTRIBUTE, this);
        try {
            options.run(() -> handle(chain));
            return null;
        } catch (Throwable failure) {
            return failure;
        } finally {
            request.removeAttribute(ATTRIBUTE);
            if (isOwner) {
                endLeftOpen();
            }
        }
    }

    private void endLeftOpen() {
        Throwable report = engine.endLeftOpen(name);
        if (report != null) {
            WebLog.LOG.leftOpen(name, report);
        }
    }

    private void handle(FilterChain chain) throws IOException, ServletException {
        try {
            chain.doFilter(new HeldRequest(request, this, response), response);
        } catch (Throwable thrown) {
            thrownByHandler = thrown;
            throw thrown;
        }
        if (request.isAsyncStarted() && !isAsync) { // by a request that was got elsewhere
            startingAsync();
        }
        if (asyncRefused != null && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            throw asyncRefused; // JAX-RS tells the client, and calls it the client's fault
        }
        IOException notHeld = response.failure();
        if (notHeld != null) {
            throw WebLog.LOG.notHeld(name, notHeld);
        }
        if (settings.rollbackOnStatus().contains(PartialResponse.status(request, response))) {
            isRolledBackByStatus = true;
            throw new Rollback();
        }
    }

    /** A handler is about to go on in another thread, or later. */
    void startingAsync() {
        if (hasEnded) {
            return;
        }
        boolean isOutside = handler != null && handler.isOutside();
        if (settings.async() == Async.REFUSE && !isOutside) {
            asyncRefused = WebLog.LOG.asyncRefused(name);
            throw asyncRefused;
        }
        isAsync = true;
    }

    /** A handler begins, inside the one that runs already, if there is one. */
    Handler enter() {
        Handler entered = new Handler(this, handler);
        handler = entered;
        return entered;
    }

    void left(Handler left) {
        handler = left.around();
    }

    /** Has the handler that runs now leave the transaction. */
    void leave(OptOut optOut) {
        Objects.requireNonNull(handler, "a handler, which HandlerFilter enters").leave(optOut);
    }

    String name() {
        return name;
    }

    XactEngine engine() {
        return engine;
    }

    XactOptions options() {
        return options;
    }

    private void answer(@Nullable Throwable failure) throws IOException, ServletException {
        if (failure == null) {
            response.send(isAsync);
        } else if (failure == thrownByHandler && response.failure() == null) {
            leaveToContainer(failure);
        } else if (isAnswerTrue(failure)) {
            response.send(isAsync);
        } else {
            refuse(failure);
        }
    }

    /** Whether what the handler wants to answer is right, although something failed when the scope ended. */
    private boolean isAnswerTrue(Throwable failure) {
        if (Arrays.stream(failure.getSuppressed()).anyMatch(XactCommittedException.class::isInstance)) {
            WebLog.LOG.hookFailed(name, failure);
            return true;
        }
        if (isRolledBackByStatus) {
            WebLog.LOG.undoFailed(name, failure);
            return true;
        }
        return false;
    }

    /** Answers without a word of why: that is in the log. */
    private void refuse(Throwable failure) throws IOException {
        boolean isPassing = failure instanceof XactTimeoutException
                || (PassingFailures.isIn(failure) && !(failure instanceof HeuristicOutcomeException));
        int status =
                isPassing ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        HttpServletResponse answer = response.drop();
        if (answer == null) {
            WebLog.LOG.notKeptBehind(name, failure);
            return;
        }
        WebLog.LOG.notKept(name, status, failure);
        if (isPassing) {
            answer.setHeader("Retry-After", SECONDS_TO_WAIT);
        }
        if (isAsync || request.isAsyncStarted()) {
            // sent when the handler completes, to whom that is left: he may be at it, with locks of his own
            answer.setStatus(status);
        } else {
            answer.sendError(status);
        }
    }

    private void leaveToContainer(Throwable failure) throws IOException, ServletException {
        if (isAsync) {
            response.leaveToContainer();
        } else {
            response.forget();
        }
        throwAsItIs(failure);
    }

    private static void throwAsItIs(Throwable failure) throws IOException, ServletException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof ServletException e) {
            throw e;
        }
        RequestScope.<RuntimeException>throwUnchecked(failure);
    }

    /** The compiler is told that it is unchecked, whatever it is. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void throwUnchecked(Throwable failure) throws X {
        throw (X) failure;
    }
}

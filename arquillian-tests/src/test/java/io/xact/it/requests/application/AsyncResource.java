// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.Xacts;
import io.xact.web.NonXact;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asynchronous resource methods: what they do themselves is {@code do}; what comes in another thread is told by the log. */
public class AsyncResource {

    @Inject
    private Steps steps;

    @Inject
    private Xacts xacts;

    @Resource
    @SuppressWarnings("NullAway.Init") // injected
    private ManagedExecutorService executor;

    @POST
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response, @Context HttpServletRequest request) throws Exception {
        ResourceSteps.take(steps, request);
        executor.execute(() -> response.resume("later " + transaction()));
    }

    /** Fails after the commit. */
    @POST
    @Path("suspended-failing")
    public void suspendedFailing(@Suspended AsyncResponse response, @Context HttpServletRequest request)
            throws Exception {
        ResourceSteps.take(steps, request);
        xacts.onCommitRobust(() -> executor.execute(() -> response.resume(new IllegalStateException("later"))));
    }

    @POST
    @Path("stage")
    public CompletionStage<String> stage(@Context HttpServletRequest request) throws Exception {
        ResourceSteps.take(steps, request);
        return CompletableFuture.supplyAsync(() -> "later " + transaction(), executor);
    }

    @POST
    @Path("stage-done")
    public CompletionStage<String> stageDone(@Context HttpServletRequest request) throws Exception {
        ResourceSteps.take(steps, request);
        return CompletableFuture.completedFuture("now " + transaction());
    }

    @POST
    @Path("stage-failed")
    public CompletionStage<String> stageFailed(@Context HttpServletRequest request) throws Exception {
        ResourceSteps.take(steps, request);
        return CompletableFuture.failedFuture(new IllegalStateException("now"));
    }

    @POST
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse, @Context HttpServletRequest request)
            throws Exception {
        ResourceSteps.take(steps, request);
        sink.send(sse.newEvent("from the request's thread"));
        executor.execute(() -> {
            try (sink) {
                sink.send(sse.newEvent("later " + transaction()));
            }
        });
    }

    private String transaction() {
        try {
            return steps.transaction();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the filter refuses. */
    @Path("async")
    @ApplicationScoped
    public static class Refused extends AsyncResource {}

    /** Where it commits when the request's thread returns. */
    @Path("eager")
    @ApplicationScoped
    public static class Eager extends AsyncResource {}

    /** Outside. */
    @NonXact
    @Path("outside-async")
    @ApplicationScoped
    public static class Outside extends AsyncResource {}
}

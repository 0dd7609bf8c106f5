// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.Xacts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes steps, {@code do}, goes on in another thread, {@code later}, and returns after some more, {@code then}. The path says how the two
 * threads meet: the other one ends before this one returns ({@code /early}), or begins after this one's scope has ended ({@code /late}),
 * or as it comes.
 */
@WebServlet(
        urlPatterns = {"/async/*", "/eager/async/*"},
        asyncSupported = true)
public class AsyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Steps steps;

    @Inject
    private transient Xacts xacts;

    @Inject
    private transient Log log;

    @Resource
    @SuppressWarnings("NullAway.Init") // injected
    private transient ManagedExecutorService executor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        AnswerSteps now = new AnswerSteps(steps, request, response);
        now.take("do");
        if (request.getPathInfo().endsWith("/original")) {
            goOnWithListener(request);
        } else {
            goOn(request, response);
        }
        now.take("then");
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(TimeUnit.SECONDS.toMillis(20));
        CountDownLatch ended = new CountDownLatch(1);
        xacts.onCommitRobust(ended::countDown);
        xacts.onRollback(ended::countDown);
        CountDownLatch done = new CountDownLatch(1);
        boolean isLate = request.getPathInfo().endsWith("/late");
        executor.execute(() -> {
            try {
                later(context, request, isLate ? ended : new CountDownLatch(0));
            } finally {
                done.countDown();
            }
        });
        if (request.getPathInfo().endsWith("/early")) {
            await(done);
        }
    }

    private void later(AsyncContext context, HttpServletRequest request, CountDownLatch start) {
        try {
            await(start);
            new AnswerSteps(steps, request, (HttpServletResponse) context.getResponse()).take("later");
        } catch (ServletException | IOException e) {
            log.add("later: " + e);
        } finally {
            complete(context);
        }
    }

    private void complete(AsyncContext context) {
        try {
            context.complete();
        } catch (IllegalStateException completedBefore) {
            log.add("completed before");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other thread doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void goOnWithListener(HttpServletRequest request) throws IOException {
        AsyncContext context = request.startAsync();
        ServletOutputStream out = context.getResponse().getOutputStream();
        out.setWriteListener(new Writing(context, out));
    }

    /** Writes in pieces as it may. */
    private final class Writing implements WriteListener {

        private static final int PIECES = 200;

        private final AsyncContext context;
        private final ServletOutputStream out;
        private int written;

        Writing(AsyncContext context, ServletOutputStream out) {
            this.context = context;
            this.out = out;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (out.isReady()) {
                if (written == PIECES) {
                    context.complete();
                    return;
                }
                out.write(("piece " + written + "\n").repeat(100).getBytes(StandardCharsets.UTF_8));
                written++;
            }
        }

        @Override
        public void onError(Throwable failure) {
            log.add("onError: " + failure);
            context.complete();
        }
    }
}

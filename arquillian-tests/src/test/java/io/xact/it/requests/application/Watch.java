// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees requests begin and end, around all filters. Thread-safe. */
@ApplicationScoped
public class Watch {

    private final AtomicInteger ended = new AtomicInteger();
    private final List<String> unclean = new CopyOnWriteArrayList<>();

    /** How many requests have ended that were no reads. */
    int ended() {
        return ended.get();
    }

    /** Requests before or after which their thread had a scope or a transaction. */
    List<String> unclean() {
        return List.copyOf(unclean);
    }

    void noteEnd() {
        ended.incrementAndGet();
    }

    void noteUnclean(String request) {
        unclean.add(request);
    }

    void clear() {
        ended.set(0);
        unclean.clear();
    }

    /** Where the container says so. */
    @WebListener
    public static final class Listener implements ServletRequestListener {

        @Inject
        private Watch watch;

        @Inject
        private Steps steps;

        @Override
        public void requestInitialized(ServletRequestEvent event) {
            requireClean("before ", (HttpServletRequest) event.getServletRequest());
        }

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
            requireClean("after ", request);
            if (!request.getMethod().equals("GET")) {
                watch.noteEnd();
            }
        }

        private void requireClean(String when, HttpServletRequest request) {
            try {
                String transaction = steps.transaction();
                if (!transaction.equals("0 none")) {
                    watch.noteUnclean(when + request.getQueryString() + ": " + transaction);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

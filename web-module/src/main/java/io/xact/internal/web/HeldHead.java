// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status, headers and cookies that a handler has set, and how it has concluded its answer, if it has. Not thread-safe. */
final class HeldHead {

    private final HttpServletResponse container;
    private final HeldHeaders headers;
    private final List<Cookie> cookies = new ArrayList<>();
    private @Nullable Integer status;
    private @Nullable Conclusion conclusion;
    private boolean isError;

    HeldHead(HttpServletResponse container) {
        this.container = container;
        this.headers = new HeldHeaders(container);
    }

    /** What ends an answer, and leaves its content to the container. */
    @FunctionalInterface
    interface Conclusion {
        void send() throws IOException;
    }

    HeldHeaders headers() {
        return headers;
    }

    int status() {
        return status == null ? container.getStatus() : status;
    }

    void setStatus(int newStatus) {
        status = newStatus;
    }

    void add(Cookie cookie) {
        cookies.add((Cookie) cookie.clone());
    }

    boolean isConcluded() {
        return conclusion != null;
    }

    /** Whether it is concluded by an error. */
    boolean isError() {
        return isError;
    }

    void redirect(Conclusion redirection) {
        conclude(HttpServletResponse.SC_FOUND, redirection);
    }

    void fail(int code, Conclusion error) {
        isError = true;
        conclude(code, error);
    }

    private void conclude(int newStatus, Conclusion newConclusion) {
        status = newStatus;
        conclusion = newConclusion;
    }

    void clear() {
        headers.clear();
        cookies.clear();
        status = null;
    }

    /** Passes on what is held. */
    void send() throws IOException {
        headers.send();
        cookies.forEach(container::addCookie);
        if (conclusion != null) {
            conclusion.send();
        } else if (status != null) {
            container.setStatus(status);
        }
        clear();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer that nobody gets to see before its request's scope has ended: it is sent then, or another one instead. Nothing of it has left
 * until then, so it counts as committed after {@code sendError} and {@code sendRedirect} only, whatever was flushed or closed. Of an
 * asynchronous handler what comes later passes straight on.
 *
 * <p>Content type, encoding and locale are the container's business from the beginning, because they depend on one another; all else is
 * held here. Thread-safe: an asynchronous handler's thread may write while the request's own thread ends the scope.
 */
final class HeldResponse extends HttpServletResponseWrapper implements Closeable {

    /** Where what the handler does goes. */
    private enum State {
        /** It is held. */
        HELD,
        /** To the container: what was held has been sent, or forgotten. */
        PASSING,
        /** Nowhere: another answer was given. */
        DROPPED,
        /** Nowhere, but for an error: the container has been told of the handler's failure, and answers. */
        LEFT_TO_CONTAINER
    }

    private final HttpServletRequest request;
    private final HttpServletResponse container;
    private final Map<String, List<String>> headersBefore = new TreeMap<>();
    private final HeldHead head;
    private final HeldStream stream;
    private final HeldContent content;
    private State state = State.HELD;

    /**
     * Over the container's answer.
     *
     * @param request what is answered; tells how the handler was called
     * @param container what there is before, and what the answer becomes
     * @param body holds the content
     */
    HeldResponse(HttpServletRequest request, HttpServletResponse container, HeldBody body) {
        super(container);
        this.request = request;
        this.container = container;
        this.head = new HeldHead(container);
        this.stream = new HeldStream(request, container, body);
        this.content = new HeldContent(container, stream);
        container.getHeaderNames().forEach(name -> headersBefore.put(name, List.copyOf(container.getHeaders(name))));
    }

    private boolean isPassing() {
        return state == State.PASSING;
    }

    /** Whether status and headers can still be changed: not once the answer is concluded, and not by what is included. */
    private boolean isOpen() {
        return !head.isConcluded() && !stream.isIncluding();
    }

    @Override
    public synchronized void setStatus(int status) {
        if (isPassing()) {
            super.setStatus(status);
        } else if (isOpen()) {
            head.setStatus(status);
        }
    }

    @Override
    public synchronized int getStatus() {
        return isPassing() ? super.getStatus() : head.status();
    }

    @Override
    public synchronized void addCookie(Cookie cookie) {
        if (isPassing()) {
            super.addCookie(cookie);
        } else if (isOpen()) {
            head.add(cookie);
        }
    }

    @Override
    public synchronized void setHeader(String name, @Nullable String value) {
        if (isPassing()) {
            super.setHeader(name, value);
        } else if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (isOpen()) {
            head.headers().set(name, value);
        }
    }

    @Override
    public synchronized void addHeader(String name, @Nullable String value) {
        if (isPassing()) {
            super.addHeader(name, value);
        } else if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (isOpen()) {
            head.headers().add(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        setHeader(name, HeldHeaders.date(date));
    }

    @Override
    public void addDateHeader(String name, long date) {
        addHeader(name, HeldHeaders.date(date));
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public synchronized void setContentLengthLong(long length) {
        if (isPassing()) {
            super.setContentLengthLong(length);
        } else {
            setHeader("Content-Length", length < 0 ? null : Long.toString(length));
        }
    }

    @Override
    public synchronized boolean containsHeader(String name) {
        return isPassing()
                ? super.containsHeader(name)
                : !head.headers().values(name).isEmpty();
    }

    @Override
    public synchronized @Nullable String getHeader(String name) {
        return isPassing()
                ? super.getHeader(name)
                : head.headers().values(name).stream().findFirst().orElse(null);
    }

    @Override
    public synchronized Collection<String> getHeaders(String name) {
        return isPassing() ? super.getHeaders(name) : head.headers().values(name);
    }

    @Override
    public synchronized Collection<String> getHeaderNames() {
        return isPassing() ? super.getHeaderNames() : head.headers().names();
    }

    @Override
    public synchronized void setContentType(@Nullable String type) {
        if (isPassing() || isOpen()) {
            super.setContentType(type);
        }
    }

    @Override
    public synchronized void setCharacterEncoding(@Nullable String encoding) {
        if (isPassing() || isOpen()) {
            super.setCharacterEncoding(encoding);
        }
    }

    @Override
    public synchronized void setLocale(Locale locale) {
        if (isPassing() || isOpen()) {
            super.setLocale(locale);
            head.headers().forget("Content-Language"); // which the container has set
        }
    }

    @Override
    public void sendError(int code) throws IOException {
        fail(code, () -> super.sendError(code));
    }

    @Override
    public void sendError(int code, @Nullable String message) throws IOException {
        fail(code, () -> super.sendError(code, message));
    }

    /** The first error stays. */
    private synchronized void fail(int code, HeldHead.Conclusion error) throws IOException {
        if (isPassing() || state == State.LEFT_TO_CONTAINER) {
            error.send();
        } else if (!stream.isIncluding() && !head.isError()) {
            requireUnconcluded();
            head.fail(code, error);
            content.drop();
        }
    }

    @Override
    public synchronized void sendRedirect(String location) throws IOException {
        String target = fromHere(location);
        if (isPassing()) {
            super.sendRedirect(target);
        } else if (!stream.isIncluding()) {
            requireUnconcluded();
            head.redirect(() -> super.sendRedirect(target));
            content.drop();
        }
    }

    /** A relative location counts from where the handler is, and it is sent from where the request came in. */
    private String fromHere(String location) {
        String here = request.getRequestURI();
        boolean isElsewhere = request.getDispatcherType() == DispatcherType.FORWARD;
        if (!isElsewhere || !location.matches("[^/:?#][^:?#]*([?#].*)?")) {
            return location;
        }
        try {
            return URI.create(here).resolve(location).toString();
        } catch (IllegalArgumentException hasCharactersThatItShouldNot) {
            return here.substring(0, here.lastIndexOf('/') + 1) + location;
        }
    }

    @Override
    public synchronized boolean isCommitted() {
        return state == State.HELD ? head.isConcluded() : super.isCommitted();
    }

    @Override
    public synchronized void flushBuffer() throws IOException {
        if (isPassing()) {
            super.flushBuffer();
        } else {
            content.flush();
        }
    }

    @Override
    public synchronized void resetBuffer() {
        if (!isPassing()) {
            requireUnconcluded();
            content.resetBuffer();
        }
        super.resetBuffer();
    }

    @Override
    public synchronized void reset() {
        if (!isPassing()) {
            requireUnconcluded();
            head.clear();
            content.reset();
        }
        super.reset();
    }

    private void requireUnconcluded() {
        if (head.isConcluded()) {
            throw new IllegalStateException("The answer is committed, by sendError or sendRedirect");
        }
    }

    @Override
    public synchronized ServletOutputStream getOutputStream() throws IOException {
        return content.stream();
    }

    @Override
    public synchronized PrintWriter getWriter() throws IOException {
        return content.writer();
    }

    /** What could not be held of it; {@code null} if all could. */
    @Nullable IOException failure() {
        return stream.failure();
    }

    /** The first bytes that are held, not more than so many. */
    byte[] beginning(int length) throws IOException {
        return stream.beginning(length);
    }

    /**
     * Sends what is held; all that comes passes.
     *
     * @param goesOn whether more is to come, from an asynchronous handler
     */
    synchronized void send(boolean goesOn) throws IOException {
        state = State.PASSING;
        head.send();
        content.pass(goesOn);
    }

    /** Forgets what is held; the container answers. */
    synchronized void forget() throws IOException {
        state = State.PASSING;
        head.clear();
        content.reset();
        content.pass(false);
    }

    /**
     * Forgets what is held, and what an asynchronous handler may write still. The container answers with an error: it can be quicker
     * with that or the handler with its end, and so the status is set here.
     */
    synchronized void leaveToContainer() throws IOException {
        HttpServletResponse answer = drop();
        if (answer != null) {
            answer.setStatus(SC_INTERNAL_SERVER_ERROR);
        }
        state = State.LEFT_TO_CONTAINER;
    }

    /**
     * Forgets what is held, and all that comes. The container's answer is what it was before the request came here.
     *
     * @return the container's answer; {@code null} if that has gone out behind our back
     */
    synchronized @Nullable HttpServletResponse drop() throws IOException {
        state = State.DROPPED;
        head.clear();
        head.fail(SC_INTERNAL_SERVER_ERROR, () -> {});
        content.drop();
        if (container.isCommitted()) {
            return null;
        }
        container.reset();
        headersBefore.forEach((name, values) -> values.forEach(value -> container.addHeader(name, value)));
        return container;
    }

    /** To be called when the answer has been sent, dropped or forgotten. */
    @Override
    public void close() throws IOException {
        stream.tellListener();
        stream.release();
    }
}

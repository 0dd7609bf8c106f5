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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

    private final HttpServletRequest request;
    private final HttpServletResponse container;
    private final Map<String, List<String>> headersBefore = new TreeMap<>();
    private final HeldHead head;
    private final HeldStream stream;
    private @Nullable HeldWriter text;
    private @Nullable PrintWriter writer;
    private boolean isStreamTaken;
    private boolean isHeld = true;

    /** Whether another answer is given, so that what the handler does goes nowhere. */
    private boolean isDropped;

    /** Whether the container is told of the handler's failure, and answers with an error. */
    private boolean isContainersTurn;

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
        container.getHeaderNames().forEach(name -> headersBefore.put(name, List.copyOf(container.getHeaders(name))));
    }

    /** Whether status and headers can still be changed: not once the answer is concluded, and not by what is included. */
    private boolean isOpen() {
        return !head.isConcluded() && !stream.isIncluding();
    }

    @Override
    public synchronized void setStatus(int status) {
        if (!isHeld) {
            super.setStatus(status);
        } else if (isOpen()) {
            head.setStatus(status);
        }
    }

    @Override
    public synchronized int getStatus() {
        return isHeld ? head.status() : super.getStatus();
    }

    @Override
    public synchronized void addCookie(Cookie cookie) {
        if (!isHeld) {
            super.addCookie(cookie);
        } else if (isOpen()) {
            head.add(cookie);
        }
    }

    @Override
    public synchronized void setHeader(String name, @Nullable String value) {
        if (!isHeld) {
            super.setHeader(name, value);
        } else if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (isOpen()) {
            head.headers().set(name, value);
        }
    }

    @Override
    public synchronized void addHeader(String name, @Nullable String value) {
        if (!isHeld) {
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
        if (isHeld) {
            setHeader("Content-Length", length < 0 ? null : Long.toString(length));
        } else {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public synchronized boolean containsHeader(String name) {
        return isHeld ? !head.headers().values(name).isEmpty() : super.containsHeader(name);
    }

    @Override
    public synchronized @Nullable String getHeader(String name) {
        return isHeld ? head.headers().values(name).stream().findFirst().orElse(null) : super.getHeader(name);
    }

    @Override
    public synchronized Collection<String> getHeaders(String name) {
        return isHeld ? head.headers().values(name) : super.getHeaders(name);
    }

    @Override
    public synchronized Collection<String> getHeaderNames() {
        return isHeld ? head.headers().names() : super.getHeaderNames();
    }

    @Override
    public synchronized void setContentType(@Nullable String type) {
        if (!isHeld || isOpen()) {
            super.setContentType(type);
        }
    }

    @Override
    public synchronized void setCharacterEncoding(@Nullable String encoding) {
        if (!isHeld || isOpen()) {
            super.setCharacterEncoding(encoding);
        }
    }

    @Override
    public synchronized void setLocale(Locale locale) {
        if (!isHeld || isOpen()) {
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
        if (!isHeld || isContainersTurn) {
            error.send();
        } else if (!stream.isIncluding() && !head.isError()) {
            requireUnconcluded();
            head.fail(code, error);
            dropContent();
        }
    }

    @Override
    public synchronized void sendRedirect(String location) throws IOException {
        String target = fromHere(location);
        if (!isHeld) {
            super.sendRedirect(target);
        } else if (!stream.isIncluding()) {
            requireUnconcluded();
            head.redirect(() -> super.sendRedirect(target));
            dropContent();
        }
    }

    private void dropContent() throws IOException {
        stream.drop();
        text = null;
        writer = null;
        isStreamTaken = false;
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
        return (isHeld && !isDropped) ? head.isConcluded() : super.isCommitted();
    }

    @Override
    public synchronized void flushBuffer() throws IOException {
        if (isHeld) {
            stream.flush();
        } else {
            super.flushBuffer();
        }
    }

    @Override
    public synchronized void resetBuffer() {
        if (isHeld) {
            requireUnconcluded();
            resetStream();
            restartText();
        }
        super.resetBuffer();
    }

    /** The handler's writer goes on, unless it has been closed. */
    private void restartText() {
        if (text != null) {
            text.restart();
            writer = text.isClosed() ? null : writer;
        }
    }

    @Override
    public synchronized void reset() {
        if (isHeld) {
            requireUnconcluded();
            head.clear();
            resetStream();
        }
        super.reset();
        text = null;
        writer = null;
        isStreamTaken = false;
    }

    private void requireUnconcluded() {
        if (head.isConcluded()) {
            throw new IllegalStateException("The answer is committed, by sendError or sendRedirect");
        }
    }

    private void resetStream() {
        try {
            stream.reset();
        } catch (IOException e) {
            throw new IllegalStateException("What was held of the answer could not be dropped", e);
        }
    }

    /** The container is asked too: a filter around may have the other one. */
    @Override
    public synchronized ServletOutputStream getOutputStream() throws IOException {
        if (!head.isConcluded()) {
            requireFree(writer != null, "getWriter()");
            super.getOutputStream();
        }
        isStreamTaken = true;
        return stream;
    }

    @Override
    public synchronized PrintWriter getWriter() throws IOException {
        PrintWriter known = writer;
        if (known == null) {
            if (!head.isConcluded()) {
                requireFree(isStreamTaken, "getOutputStream()"); // the container would change the content type first
                super.getWriter(); // from now on nobody can change the encoding, and there is one of that name
            }
            text = new HeldWriter(stream, encoding());
            known = text.forHandler();
            writer = known;
        }
        return known;
    }

    private static void requireFree(boolean isTaken, String by) {
        if (isTaken) {
            throw new IllegalStateException(by + " has been called for this response");
        }
    }

    /** By which text is encoded; any, if it is dropped. */
    private Charset encoding() {
        return head.isConcluded() ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
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
        if (text != null && !goesOn) {
            text.complete();
        }
        isHeld = false;
        head.send();
        stream.pass(text == null ? StandardCharsets.ISO_8859_1 : text.charset(), goesOn);
    }

    /** Forgets what is held; the container answers. */
    synchronized void forget() throws IOException {
        head.clear();
        stream.reset();
        isHeld = false;
        stream.pass(StandardCharsets.ISO_8859_1, false);
    }

    /**
     * Forgets what is held, and what an asynchronous handler may write still. The container answers with an error: it can be quicker
     * with that or the handler with its end, and so the status is set here.
     */
    synchronized void forgetLater() throws IOException {
        HttpServletResponse answer = drop();
        if (answer != null) {
            answer.setStatus(SC_INTERNAL_SERVER_ERROR);
        }
        isContainersTurn = true;
    }

    /**
     * Forgets what is held, and all that comes. The container's answer is what it was before the request came here.
     *
     * @return the container's answer; {@code null} if that has gone out behind our back
     */
    synchronized @Nullable HttpServletResponse drop() throws IOException {
        head.clear();
        head.fail(SC_INTERNAL_SERVER_ERROR, () -> {});
        stream.drop();
        isDropped = true;
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

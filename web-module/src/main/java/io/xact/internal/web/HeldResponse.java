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
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
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
    private @Nullable PrintWriter writer;
    private boolean isStreamTaken;
    private boolean isHeld = true;

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
        this.stream = new HeldStream(container, body);
        container.getHeaderNames().forEach(name -> headersBefore.put(name, List.copyOf(container.getHeaders(name))));
    }

    /** Whether status and headers can still be changed: not once the answer is concluded, and not by what is included. */
    private boolean isOpen() {
        return !head.isConcluded() && request.getDispatcherType() != DispatcherType.INCLUDE;
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
            String encoding = getCharacterEncoding();
            super.setContentType(type);
            if (writer != null) {
                super.setCharacterEncoding(encoding); // the text is encoded by it
            }
        }
    }

    @Override
    public synchronized void setCharacterEncoding(@Nullable String encoding) {
        if (writer == null && (!isHeld || isOpen())) {
            super.setCharacterEncoding(encoding);
        }
    }

    @Override
    public synchronized void setLocale(Locale locale) {
        if (!isHeld || isOpen()) {
            super.setLocale(locale);
        }
    }

    @Override
    public void sendError(int code) throws IOException {
        conclude(code, () -> super.sendError(code));
    }

    @Override
    public void sendError(int code, @Nullable String message) throws IOException {
        conclude(code, () -> super.sendError(code, message));
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        String target = fromHere(location);
        conclude(SC_FOUND, () -> super.sendRedirect(target));
    }

    /** A relative location counts from where the handler is, and it is sent from where the request came in. */
    private String fromHere(String location) {
        String here = request.getRequestURI();
        boolean isElsewhere = request.getDispatcherType() == DispatcherType.FORWARD;
        return isElsewhere && location.matches("[^/:?#][^:?#]*([?#].*)?")
                ? here.substring(0, here.lastIndexOf('/') + 1) + location
                : location;
    }

    private synchronized void conclude(int code, HeldHead.Conclusion conclusion) throws IOException {
        if (!isHeld || isContainersTurn) {
            conclusion.send();
        } else if (head.isConcluded()) {
            throw new IllegalStateException("The answer has been concluded already, by sendError or sendRedirect");
        } else if (isOpen()) {
            head.conclude(code, conclusion);
            stream.drop();
        }
    }

    @Override
    public synchronized boolean isCommitted() {
        return (isHeld && !isContainersTurn) ? head.isConcluded() : super.isCommitted();
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
        } else {
            super.resetBuffer();
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
        writer = null;
        isStreamTaken = false;
    }

    private void requireUnconcluded() {
        if (head.isConcluded()) {
            throw new IllegalStateException("The answer is committed");
        }
    }

    private void resetStream() {
        try {
            stream.reset();
        } catch (IOException e) {
            throw new IllegalStateException("What was held of the answer could not be dropped", e);
        }
    }

    @Override
    public synchronized ServletOutputStream getOutputStream() {
        if (writer != null) {
            throw new IllegalStateException("getWriter() has been called for this response");
        }
        isStreamTaken = true;
        return stream;
    }

    @Override
    public synchronized PrintWriter getWriter() throws UnsupportedEncodingException {
        PrintWriter known = writer;
        if (isStreamTaken) {
            throw new IllegalStateException("getOutputStream() has been called for this response");
        }
        if (known == null) {
            known = new PrintWriter(new HeldWriter(stream, encoding(getCharacterEncoding())));
            super.setCharacterEncoding(getCharacterEncoding()); // it can't change any more
            writer = known;
        }
        return known;
    }

    private static Charset encoding(@Nullable String name) throws UnsupportedEncodingException {
        try {
            return name == null ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            UnsupportedEncodingException unsupported = new UnsupportedEncodingException(name);
            unsupported.initCause(e);
            throw unsupported;
        }
    }

    /** What could not be held of it; {@code null} if all could. */
    @Nullable IOException failure() {
        return stream.failure();
    }

    /**
     * Sends what is held; all that comes passes.
     *
     * @param goesOn whether more is to come, from an asynchronous handler
     */
    synchronized void send(boolean goesOn) throws IOException {
        isHeld = false;
        head.send();
        stream.pass(encoding(super.getCharacterEncoding()), goesOn);
    }

    /**
     * Forgets what is held; the container answers.
     *
     * @param goesOn whether an asynchronous handler may write still: that is for nobody, except for an error
     */
    synchronized void forget(boolean goesOn) throws IOException {
        head.clear();
        if (goesOn) {
            head.conclude(SC_INTERNAL_SERVER_ERROR, () -> {});
            stream.drop();
            isContainersTurn = true;
        } else {
            stream.reset();
            isHeld = false;
            stream.pass(StandardCharsets.ISO_8859_1, false);
        }
    }

    /**
     * Forgets what is held, and all that comes. The container's answer is what it was before the request came here.
     *
     * @return the container's answer; {@code null} if that has gone out behind our back
     */
    synchronized @Nullable HttpServletResponse drop() throws IOException {
        head.clear();
        head.conclude(SC_INTERNAL_SERVER_ERROR, () -> {});
        stream.drop();
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

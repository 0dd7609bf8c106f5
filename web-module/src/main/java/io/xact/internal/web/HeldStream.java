// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a held answer: into its body, and from the end of the scope on to the container. Thread-safe: an asynchronous
 * handler's thread may write while the request's own thread ends the scope.
 */
final class HeldStream extends ServletOutputStream {

    /** Where bytes go. */
    private enum Flow {
        /** Into the body. */
        HELD,
        /** To the container. */
        PASSING,
        /** Nowhere: the answer is another one. */
        DROPPED
    }

    private final HttpServletRequest request;
    private final HttpServletResponse container;
    private final HeldBody body;
    private Flow flow = Flow.HELD;
    private boolean isClosed;
    private boolean isFlushed;
    private @Nullable WriteListener listener;

    HeldStream(HttpServletRequest request, HttpServletResponse container, HeldBody body) {
        this.request = request;
        this.container = container;
        this.body = body;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        switch (flow) {
            case HELD -> hold(bytes, offset, length);
            case PASSING -> container.getOutputStream().write(bytes, offset, length);
            case DROPPED -> Objects.checkFromIndexSize(offset, length, bytes.length);
        }
    }

    private void hold(byte[] bytes, int offset, int length) throws IOException {
        if (isClosed) {
            throw new IOException("The stream is closed");
        }
        body.write(bytes, offset, length);
    }

    @Override
    public synchronized void flush() throws IOException {
        isFlushed = true;
        if (flow == Flow.PASSING) {
            container.flushBuffer();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (flow == Flow.PASSING) {
            closeContainer();
        } else if (!isIncluding()) {
            isClosed = true;
        }
    }

    private void closeContainer() throws IOException {
        try {
            container.getOutputStream().close();
        } catch (IllegalStateException textIsWritten) {
            container.getWriter().close();
        }
    }

    /** Whether it is written to by something that is included: the answer is not its own, it can't close it. */
    boolean isIncluding() {
        return request.getDispatcherType() == DispatcherType.INCLUDE;
    }

    /** Whether all that comes goes to the container. */
    synchronized boolean isPassing() {
        return flow == Flow.PASSING;
    }

    /** Whether all that comes goes nowhere. */
    synchronized boolean isDropped() {
        return flow == Flow.DROPPED;
    }

    /** Where text goes if it passes. */
    Writer containerWriter() throws IOException {
        return container.getWriter();
    }

    /** A listener is told that it may write as soon as the scope has ended. */
    @Override
    public synchronized boolean isReady() {
        return switch (flow) {
            case HELD -> listener == null;
            case PASSING -> containerStream().isReady();
            case DROPPED -> true;
        };
    }

    @Override
    public void setWriteListener(WriteListener newListener) {
        Objects.requireNonNull(newListener, "listener");
        synchronized (this) {
            if (flow == Flow.PASSING) {
                containerStream().setWriteListener(newListener);
                return;
            }
            if (listener != null) {
                throw new IllegalStateException("A write listener is set already");
            }
            listener = newListener;
        }
        tellListener();
    }

    /** Who waits until he may write into an answer that is dropped would wait for ever. Not to be called with a lock: he may have his own. */
    void tellListener() {
        WriteListener waiting;
        synchronized (this) {
            if (flow != Flow.DROPPED) {
                return;
            }
            waiting = listener;
            listener = null;
        }
        if (waiting != null) {
            try {
                waiting.onWritePossible();
            } catch (IOException e) {
                waiting.onError(e);
            }
        }
    }

    private ServletOutputStream containerStream() {
        try {
            return container.getOutputStream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether something that was written could not be held, which a writer may have kept to itself; {@code null} if not. */
    synchronized @Nullable IOException failure() {
        return body.failure();
    }

    /** The first bytes that are held, not more than so many. */
    synchronized byte[] beginning(int length) throws IOException {
        return body.beginning(length);
    }

    /** Forgets what is held, and is open again. */
    synchronized void reset() throws IOException {
        body.clear();
        isClosed = false;
        isFlushed = false;
    }

    /** Forgets what is held, and all that comes. */
    synchronized void drop() throws IOException {
        body.clear();
        flow = Flow.DROPPED;
    }

    /**
     * Passes on what is held, and all that comes.
     *
     * @param encoding by which text is encoded
     * @param goesOn whether more is to come, from an asynchronous handler
     */
    synchronized void pass(Charset encoding, boolean goesOn) throws IOException {
        if (flow == Flow.HELD) {
            flow = Flow.PASSING;
            if (!body.isEmpty()) {
                passBody(encoding);
            }
            if (isClosed) {
                closeContainer();
            }
        }
        if (goesOn && isFlushed) {
            container.flushBuffer();
        }
        if (listener != null) {
            container.getOutputStream().setWriteListener(listener);
        }
    }

    private void passBody(Charset encoding) throws IOException {
        ServletOutputStream out;
        try {
            out = container.getOutputStream();
        } catch (IllegalStateException textIsWritten) {
            new InputStreamReader(body.content(), encoding).transferTo(container.getWriter());
            return;
        }
        body.writeTo(out);
    }

    /** Gives back what held the body. */
    synchronized void release() throws IOException {
        body.close();
    }
}

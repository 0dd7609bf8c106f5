// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The content of a held answer, as a stream or as text. Which of the two it is, and how text is encoded, the container is asked as well: a
 * filter around may have written, and from then on nobody can change the encoding. Not thread-safe, but for what is written.
 */
final class HeldContent {

    private final HttpServletResponse container;
    private final HeldStream stream;
    private @Nullable HeldWriter text;
    private @Nullable PrintWriter writer;
    private boolean isStreamTaken;

    HeldContent(HttpServletResponse container, HeldStream stream) {
        this.container = container;
        this.stream = stream;
    }

    ServletOutputStream stream() throws IOException {
        if (!stream.isDropped()) {
            requireFree(writer != null, "getWriter()");
            container.getOutputStream();
        }
        isStreamTaken = true;
        return stream;
    }

    PrintWriter writer() throws IOException {
        PrintWriter known = writer;
        if (known == null) {
            if (!stream.isDropped()) {
                requireFree(isStreamTaken, "getOutputStream()"); // the container would change the content type first
                container.getWriter(); // there is an encoding of that name, then
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
        return stream.isDropped() ? StandardCharsets.UTF_8 : Charset.forName(container.getCharacterEncoding());
    }

    void flush() throws IOException {
        stream.flush();
    }

    /** Forgets what was written, and who has written it. */
    void reset() {
        forget();
        release();
    }

    /** Forgets what was written. The handler's writer goes on, unless it has been closed. */
    void resetBuffer() {
        forget();
        if (text != null) {
            text.restart();
            writer = text.isClosed() ? null : writer;
        }
    }

    private void forget() {
        try {
            stream.reset();
        } catch (IOException e) {
            throw new IllegalStateException("What was held of the answer could not be dropped", e);
        }
    }

    private void release() {
        text = null;
        writer = null;
        isStreamTaken = false;
    }

    /** Forgets what was written, and all that comes. */
    void drop() throws IOException {
        stream.drop();
        release();
    }

    /**
     * Passes on what was written, and all that comes.
     *
     * @param goesOn whether more is to come, from an asynchronous handler
     */
    void pass(boolean goesOn) throws IOException {
        if (text != null && !goesOn) {
            text.complete();
        }
        stream.pass(text == null ? StandardCharsets.ISO_8859_1 : text.charset(), goesOn);
    }
}

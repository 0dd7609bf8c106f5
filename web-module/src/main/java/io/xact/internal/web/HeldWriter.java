// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Encodes an answer's text for as long as that is held; from then on the text goes to the container's writer as it is. Apart from half a
 * character it keeps nothing back: an asynchronous handler may end without a flush, and the container knows of its own writers only.
 */
final class HeldWriter extends Writer {

    private final HeldStream stream;
    private final Charset charset;
    private Writer encoder;
    private boolean isClosed;

    HeldWriter(HeldStream stream, Charset charset) {
        this.stream = stream;
        this.charset = charset;
        this.encoder = encoder();
    }

    private Writer encoder() {
        return new OutputStreamWriter(new Unflushed(stream), charset);
    }

    Charset charset() {
        return charset;
    }

    /** What the handler has. What is included can't close it: what includes it goes on. */
    PrintWriter forHandler() {
        return new PrintWriter(this) {
            @Override
            public void close() {
                if (!stream.isIncluding()) {
                    super.close();
                }
            }
        };
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        synchronized (stream) { // which may pass from now on
            if (stream.isPassing()) {
                stream.containerWriter().write(text, offset, length);
            } else {
                encoder.write(text, offset, length);
                encoder.flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        synchronized (stream) {
            isClosed = true;
            encoder.close();
            stream.close();
        }
    }

    /** Nothing more comes: half a character becomes a question mark, if there is room for it. */
    void complete() {
        synchronized (stream) {
            try {
                encoder.close();
            } catch (IOException e) {
                WebLog.LOG.debug("Half a character is not sent", e);
            }
        }
    }

    /** What was written is forgotten. */
    void restart() {
        synchronized (stream) {
            encoder = encoder();
        }
    }

    boolean isClosed() {
        synchronized (stream) {
            return isClosed;
        }
    }

    /** What the encoder is made to give away is not meant for the client yet. */
    private static final class Unflushed extends FilterOutputStream {

        Unflushed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

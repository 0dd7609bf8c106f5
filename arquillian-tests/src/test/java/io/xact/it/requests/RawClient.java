// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.support.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A client that sends what it wants of a request, and goes away when it wants. */
final class RawClient implements AutoCloseable {

    private static final int LIMIT_MILLIS = 30_000;

    private final URI target;
    private final Socket socket;

    private RawClient(URI target, Socket socket) {
        this.target = target;
        this.socket = socket;
    }

    /** Connects, for a request at a path inside the application. */
    static RawClient connect(String contextRoot, String path, String steps) throws IOException {
        URI target =
                Server.address(contextRoot + "/" + path + "?do=" + URLEncoder.encode(steps, StandardCharsets.UTF_8));
        Socket socket = new Socket(target.getHost(), target.getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        return new RawClient(target, socket);
    }

    /** Sends the request's head. */
    void sendHead(String method, String... headers) throws IOException {
        send(method + " " + target.getRawPath() + "?" + target.getRawQuery() + " HTTP/1.1\r\nHost: "
                + target.getAuthority() + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Waits until the handler wants the body, for a head with {@code Expect: 100-continue}; or has the first byte of another answer. */
    void awaitRead() throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new IOException("The server has hung up");
        }
    }

    /** Goes away without a farewell: what it has not read, and what the server has not read, is lost. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Goes away. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

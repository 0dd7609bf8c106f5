// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports on 127.0.0.1. */
final class FreePort {

    private FreePort() {}

    /** Returns a port that was free just now. */
    static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, Host.loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + Host.LOOPBACK, e);
        }
    }

    /** Returns whether a server could listen on a port just now. */
    static boolean isFree(int port) {
        // some systems let two servers listen on one port
        return !answers(port) && canListen(port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Host.loopback(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections that are closing do not keep a server away
            socket.bind(new InetSocketAddress(Host.loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

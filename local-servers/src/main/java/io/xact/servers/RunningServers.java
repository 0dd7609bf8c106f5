// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What this JVM has started and not stopped yet. When the JVM ends, by itself or by a signal, the youngest is stopped first, so that a
 * server goes before the database under it. Thread-safe.
 */
final class RunningServers {

    private static final Deque<Running<?>> YOUNGEST_FIRST = new ArrayDeque<>();
    private static final Thread END = new Thread(RunningServers::stopAll, "xact: stop servers");

    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(END);
    }

    private RunningServers() {}

    private record Running<S>(S server, Consumer<S> stopper) {

        void stop() {
            stopper.accept(server);
        }
    }

    /**
     * Starts a server that is stopped with this JVM at the latest. Starting is one step with being remembered, so that
     * a signal in between leaves nothing behind: {@code starter} must not wait for the server to answer.
     *
     * @param starter starts the server
     * @param stopper stops it, from any thread; the second time it must do nothing
     * @throws LocalServerException if the JVM is ending already; nothing is started
     */
    static <S> S start(Supplier<S> starter, Consumer<S> stopper) {
        synchronized (YOUNGEST_FIRST) {
            if (ending && !Thread.currentThread().equals(END)) { // stopping a server takes a command of its own
                throw new LocalServerException("Nothing more is started: this process is ending");
            }
            S server = starter.get();
            YOUNGEST_FIRST.push(new Running<>(server, stopper));
            return server;
        }
    }

    /** Forgets a server: whoever calls stops it. */
    static void forget(Object server) {
        synchronized (YOUNGEST_FIRST) {
            YOUNGEST_FIRST.removeIf(running -> running.server() == server);
        }
    }

    /** Returns whether this JVM is ending. */
    static boolean ending() {
        synchronized (YOUNGEST_FIRST) {
            return ending;
        }
    }

    private static void stopAll() {
        List<Running<?>> servers;
        synchronized (YOUNGEST_FIRST) {
            ending = true;
            servers = new ArrayList<>(YOUNGEST_FIRST);
        }
        for (Running<?> server : servers) {
            try {
                server.stop();
            } catch (RuntimeException e) { // the others are to be stopped all the same
                System.err.println("xact: " + e.getMessage());
            }
        }
    }
}

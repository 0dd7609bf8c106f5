// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A server as a child process: its output goes to a file, and it ends when this JVM ends. A clean end of the JVM stops it by
 * {@link RunningServers}; after a {@code kill -9} Linux itself sends it the signal that the server takes for a stop.
 * Thread-safe.
 */
final class ServerProcess {

    private static final int TAIL_LINES = 25;

    // Ctrl-C goes to every process of the terminal's group: in a session of its own the server is stopped by us, in
    // order
    private static final List<String> OWN_SESSION =
            Host.isLinux() && Command.succeeds(List.of("setsid", "true")) ? List.of("setsid") : List.of();

    private static final boolean DEATH_SIGNAL =
            Host.isLinux() && Command.succeeds(List.of("setpriv", "--pdeathsig", "INT", "true"));

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a server, without waiting for it to answer.
     *
     * @param name what its watching thread is called after
     * @param userPrefix what makes the program run as another user; empty for this one
     * @param program the program and its arguments
     * @param environment variables beside those of this JVM, which are cleaned
     * @param log the file that its output goes to, from its start
     * @param stopSignal the signal, without {@code SIG}, that stops it if this JVM is killed
     */
    static ServerProcess start(
            String name,
            List<String> userPrefix,
            List<String> program,
            Map<String, String> environment,
            Path log,
            String stopSignal) {
        List<String> command = new ArrayList<>(OWN_SESSION);
        command.addAll(userPrefix);
        if (DEATH_SIGNAL) {
            command.addAll(
                    List.of("setpriv", "--pdeathsig", stopSignal)); // after the user: changing it clears the signal
        }
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        Host.clean(builder.environment());
        builder.environment().putAll(environment);
        return new ServerProcess(startWatched(name, builder), log);
    }

    /** Starts on a thread that lives as long as the process: the death signal is sent when the starting thread ends. */
    private static Process startWatched(String name, ProcessBuilder builder) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread watch = new Thread(
                () -> {
                    try {
                        Process process = builder.start();
                        started.complete(process);
                        process.waitFor();
                    } catch (IOException e) {
                        started.completeExceptionally(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "xact: watch " + name);
        watch.setDaemon(true);
        watch.start();
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new LocalServerException(
                    "Cannot start " + name + " by " + String.join(" ", builder.command()) + ": " + e.getMessage(), e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end. Returns false when the process is still there after {@code limit}, or the thread is interrupted. */
    boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for the end and returns the exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the process to end; on Windows, where nobody can be asked, kills it. */
    void terminate() {
        process.destroy();
    }

    /** Kills the process and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    long pid() {
        return process.pid();
    }

    /** Returns the last lines of the log, indented, below the name of the log file. */
    String logTail() {
        String text;
        try {
            text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
        List<String> lines = text.lines().toList();
        StringBuilder tail =
                new StringBuilder("The end of its log, ").append(log).append(':');
        lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())
                .forEach(line -> tail.append("\n    ").append(line));
        return tail.toString();
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A WildFly that runs as a child of this JVM, on 127.0.0.1 only, and ends with it at the latest. Thread-safe. */
public final class WildFlyServer implements AutoCloseable {

    private static final Duration BOOT_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int ERROR_LINES = 10;

    private final ServerProcess process;
    private final Path base;
    private final Path log;

    WildFlyServer(ServerProcess process, Path base, Path log) {
        this.process = process;
        this.base = base;
        this.log = log;
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns the file that the server's output goes to. */
    public Path log() {
        return log;
    }

    /** Waits until the server ends, and returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        return process.awaitEnd();
    }

    void awaitBoot(Path marker) {
        long deadline = System.nanoTime() + BOOT_LIMIT.toNanos();
        while (!read(marker).contains(":")) {
            if (process.awaitEnd(POLL)) {
                throw new LocalServerException("WildFly in " + base + " ended while booting. " + process.logTail());
            }
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - deadline > 0) {
                throw new LocalServerException("WildFly in " + base + " has not booted after " + BOOT_LIMIT.toSeconds()
                        + " seconds. " + process.logTail());
            }
        }
        if (!read(marker).startsWith("success")) {
            throw new LocalServerException("WildFly in " + base + " booted with errors. All of its log is in " + log
                    + "; the errors:" + errors());
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return ""; // being replaced: the next look finds it
        }
    }

    private String errors() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> errors = lines.filter(line -> line.contains(" ERROR ") || line.contains(" FATAL "))
                    .limit(ERROR_LINES)
                    .toList();
            return errors.stream().map(line -> "\n    " + line).collect(Collectors.joining());
        } catch (IOException e) {
            return " (it cannot be read: " + e + ")";
        }
    }

    /** Stops the server as its administrator would: what runs may end, deployments are stopped. Does nothing if it has ended. */
    @Override
    public void close() {
        RunningServers.forget(this);
        process.terminate();
        if (!process.awaitEnd(STOP_LIMIT)) {
            process.kill();
        }
    }

    /** Kills the server, as a crash would, and waits until it is gone. */
    public void kill() {
        RunningServers.forget(this);
        process.kill();
    }
}

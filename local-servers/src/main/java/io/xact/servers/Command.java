// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A short-lived program: run to its end within a bound, its output kept. */
final class Command {

    private Command() {}

    /**
     * What a program left behind.
     *
     * @param exitCode the exit code; 0 is success
     * @param output standard output and standard error, in the order they came
     */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Runs a program to its end. Its input is empty, and it is killed when this JVM ends before it does.
     *
     * @throws LocalServerException if it cannot be started, or does not end in time; it is then killed
     */
    static Result run(List<String> command, Duration limit) {
        return run(command, Map.of(), limit);
    }

    /** Does the same with some environment variables set. */
    static Result run(List<String> command, Map<String, String> environment, Duration limit) {
        try {
            // a file, not a pipe: a daemon that inherits a pipe would keep the reader waiting
            Path output = Files.createTempFile("xact-command", ".out");
            try {
                int exitCode = exitCode(command, environment, output, limit);
                return new Result(exitCode, text(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LocalServerException("Cannot run " + String.join(" ", command) + ": " + e.getMessage(), e);
        }
    }

    /** Returns whether a program ends with success; a program that cannot be started does not. */
    static boolean succeeds(List<String> command) {
        try {
            return run(command, Duration.ofSeconds(10)).succeeded();
        } catch (LocalServerException e) {
            return false;
        }
    }

    private static int exitCode(List<String> command, Map<String, String> environment, Path output, Duration limit)
            throws IOException {
        Process process = RunningServers.start(() -> start(command, environment, output), Process::destroyForcibly);
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LocalServerException("%s did not end within %d seconds. Its output: %s"
                        .formatted(String.join(" ", command), limit.toSeconds(), text(output)));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while running " + String.join(" ", command), e);
        } finally {
            RunningServers.forget(process);
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Host.clean(builder.environment());
        builder.environment().putAll(environment);
        try {
            return builder.redirectOutput(output.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file's text whatever its bytes are: programs write in the encoding they like. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}

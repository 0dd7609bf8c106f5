// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the run command finds what the build made, and keeps its own.
 *
 * @param root the repository
 */
record RunFiles(Path root) {

    /**
     * Checks that the build made everything.
     *
     * @throws LocalServerException naming the first that is missing
     */
    void check() {
        List.of(wildFly(), ear(), war(), exampleScript(), script("server")).stream()
                .filter(file -> !Files.exists(file))
                .findFirst()
                .ifPresent(missing -> {
                    throw new LocalServerException(missing + " is missing: run this by mvn -Prun in the repository");
                });
    }

    /**
     * Keeps a second command away from what this one writes, until this JVM ends.
     *
     * @throws LocalServerException if there is a first one
     */
    void lock() {
        try {
            FileChannel channel = FileChannel.open(
                    Files.createDirectories(directory()).resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new LocalServerException("Another mvn -Prun runs in " + root + ": stop it first");
            }
            RunningServers.start(
                    () -> channel, RunFiles::close); // if nobody knew it, it would be collected, and so unlocked
        } catch (IOException e) {
            throw new LocalServerException("Cannot write to " + directory() + ": " + e, e);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path wildFly() {
        Path parent = target().resolve("wildfly");
        try (Stream<Path> homes = Files.isDirectory(parent) ? Files.list(parent) : Stream.empty()) {
            return homes.filter(Files::isDirectory).findFirst().orElse(parent);
        } catch (IOException e) {
            throw new LocalServerException("Cannot look into " + parent + ": " + e, e);
        }
    }

    Path ear() {
        return root.resolve("ear/target/xact.ear");
    }

    Path war() {
        return target().resolve("shipments.war");
    }

    /** Returns one of the CLI scripts that users apply to their own servers. */
    Path script(String name) {
        return root.resolve("ear/src/main/wildfly").resolve(name + ".cli");
    }

    Path exampleScript() {
        return root.resolve("examples/shipments/src/main/wildfly/shipments.cli");
    }

    /** Returns the directory for what the command itself writes. */
    Path directory() {
        return target().resolve("run");
    }

    /** Returns the base directory of the server over a database: it keeps its queues and transaction logs from run to run. */
    Path base(String database) {
        return directory().resolve("wildfly-" + database);
    }

    private Path target() {
        return root.resolve("examples/shipments/target");
    }
}

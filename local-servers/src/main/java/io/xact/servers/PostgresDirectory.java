// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one PostgreSQL server: {@code data}, the log beside it, and a lock that only one JVM holds. As the operating system
 * gives the lock back when a JVM is killed, a server found running under a free lock is a leftover.
 */
final class PostgresDirectory implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path root;
    private final boolean temporary;
    private final ServerUser user;
    private final FileChannel lock;

    private PostgresDirectory(Path root, boolean temporary, ServerUser user) throws IOException {
        this.root = root;
        this.temporary = temporary;
        this.user = user;
        this.lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Opens a directory and locks it.
     *
     * @param wanted the directory, made if it is not there, kept after use; null for a new one that is deleted after use
     * @param user whose server will use it; where that user cannot reach {@code wanted}, a directory of the same use
     *     under {@code java.io.tmpdir} stands in for it
     * @throws LocalServerException if another server uses it
     */
    static PostgresDirectory open(@Nullable Path wanted, ServerUser user) throws IOException {
        Path root = wanted == null ? Files.createTempDirectory("xact-postgresql") : reachable(wanted, user);
        FileTree.readableByAll(root, true); // what is in data is the server's alone
        PostgresDirectory directory = new PostgresDirectory(root, wanted == null, user);
        if (!directory.tryLock()) {
            directory.lock.close();
            throw new LocalServerException("PostgreSQL cannot be started in " + root
                    + ": another process keeps its server there. Stop that process, or use another directory");
        }
        return directory;
    }

    private static Path reachable(Path wanted, ServerUser user) throws IOException {
        Path root = Files.createDirectories(wanted.toAbsolutePath().normalize());
        if (Command.succeeds(user.command("test", "-x", root.toString())) || Host.isWindows()) {
            return root;
        }
        String name = "data-" + Integer.toHexString(root.toString().hashCode());
        return Files.createDirectories(FileTree.ownTemporary("xact-postgresql").resolve(name));
    }

    private boolean tryLock() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this JVM
        }
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    /** Makes {@code data} ready for a server of {@code home}: what an earlier one left is stopped, and a first one is prepared. */
    void prepare(Path home) throws IOException {
        if (!Files.exists(data())) {
            initialize(home);
        } else {
            stopLeftover(home);
        }
        if (user.owner() != null) {
            FileTree.giveTo(user.owner(), data());
        }
    }

    private void initialize(Path home) throws IOException {
        Path fresh = root.resolve("data.new");
        FileTree.delete(fresh);
        Files.createDirectory(fresh);
        if (user.owner() != null) {
            FileTree.giveTo(user.owner(), fresh);
        }
        Command.Result initdb = Command.run(
                user.command(
                        home.resolve("bin/initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=" + PostgresServer.USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions"),
                LIMIT);
        if (!initdb.succeeded()) {
            throw new LocalServerException("PostgreSQL's initdb failed in %s with exit code %d. It says: %s"
                    .formatted(fresh, initdb.exitCode(), initdb.output()));
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopLeftover(Path home) throws IOException {
        Optional<ProcessHandle> leftover = serverProcess();
        if (leftover.isPresent()) {
            Command.Result stopped = stop(home);
            if (!stopped.succeeded() && serverProcess().isPresent()) {
                leftover.get().destroyForcibly();
                leftover.get().onExit().join();
            }
        }
    }

    /** Stops the server that runs in {@code data}: sessions are cut off, what is committed is on disk. Waits for its end. */
    Command.Result stop(Path home) {
        String pgCtl = home.resolve("bin/pg_ctl").toString();
        return Command.run(
                user.command(pgCtl, "stop", "--pgdata=" + data(), "--mode=fast", "--wait", "--timeout=30"), LIMIT);
    }

    /** Returns the server's process as {@code postmaster.pid} has it, unless the file outlived it. */
    private Optional<ProcessHandle> serverProcess() throws IOException {
        List<String> lines = processFile().lines().toList();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    /** Returns the text of {@code postmaster.pid}, where a server tells its state; empty if there is none. */
    String processFile() throws IOException {
        Path file = data().resolve("postmaster.pid");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Gives the lock back, and deletes the directory if it is a temporary one. */
    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            FileTree.delete(root);
        }
    }
}

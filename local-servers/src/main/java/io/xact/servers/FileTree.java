// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory with all that is in it; symbolic links are not followed. */
final class FileTree {

    private FileTree() {}

    /** Deletes the directory with its content; does nothing if it is not there. */
    static void delete(Path root) throws IOException {
        for (Path path : content(root, Comparator.reverseOrder())) {
            Files.deleteIfExists(path);
        }
    }

    /** Gives the directory with its content to a user; does nothing if that user owns it already. */
    static void giveTo(String user, Path root) throws IOException {
        UserPrincipal owner =
                root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        if (!owner.equals(Files.getOwner(root, LinkOption.NOFOLLOW_LINKS))) {
            // the root comes last: it tells that all is done
            for (Path path : content(root, Comparator.reverseOrder())) {
                Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(owner);
            }
        }
    }

    /** Lets every user read a file or directory, and run or enter it if {@code executable}, whatever the umask is. */
    static void readableByAll(Path path, boolean executable) throws IOException {
        if (!Host.isWindows()) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /**
     * Returns a directory of this user's own below {@code java.io.tmpdir}, made if it is not there: the same one for each JVM, and
     * every user may enter it.
     *
     * @throws IOException if it cannot be made, or somebody else made it
     */
    static Path ownTemporary(String name) throws IOException {
        Path directory = Host.temporaryDirectory().resolve(name + "-" + System.getProperty("user.name", "user"));
        Path probe = Files.createTempFile(name, ".owner");
        try {
            try {
                Files.createDirectory(directory);
                readableByAll(directory, true);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                        || !Files.getOwner(directory).equals(Files.getOwner(probe))) {
                    throw new IOException(directory + " belongs to somebody else: delete it, or set java.io.tmpdir", e);
                }
            }
            return directory;
        } finally {
            Files.delete(probe);
        }
    }

    private static List<Path> content(Path root, Comparator<Path> order) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(order).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one broker: what its journal holds, and beside it the log and the file that tells it is ready. The broker itself
 * locks its journal, and the operating system gives that lock back when it is killed.
 *
 * @param root the directory
 * @param temporary whether it is deleted after use
 */
record BrokerDirectory(Path root, boolean temporary) {

    /**
     * Opens a directory.
     *
     * @param wanted the directory, made if it is not there, kept after use; null for a new one that is deleted after use
     */
    static BrokerDirectory open(@Nullable Path wanted) throws IOException {
        return wanted == null
                ? new BrokerDirectory(Files.createTempDirectory("xact-artemis"), true)
                : new BrokerDirectory(
                        Files.createDirectories(wanted.toAbsolutePath().normalize()), false);
    }

    Path log() {
        return root.resolve("artemis.log");
    }

    /** Returns the file that is there while a broker of its own process takes connections, or was killed while it did. */
    Path ready() {
        return root.resolve("ready");
    }

    /** Deletes the directory if it is a temporary one. */
    void release() throws IOException {
        if (temporary) {
            FileTree.delete(root);
        }
    }
}

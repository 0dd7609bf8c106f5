// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** One module's results of one run of the build: a directory that no other run uses, with a file for each plan of tests. */
record ResultFiles(Path directory) {

    static ResultFiles of(Path module, String run) {
        return new ResultFiles(module.resolve("target/conformance").resolve(run));
    }

    /** Writes a new file; one without results tells that tests ran. */
    void write(Collection<Result> results) throws IOException {
        Files.createDirectories(directory);
        Path file = Files.createTempFile(directory, "results-", ".tsv");
        Files.write(file, results.stream().map(Result::toLine).toList());
    }

    boolean exist() {
        return Files.isDirectory(directory);
    }

    List<Result> read() throws IOException {
        List<Result> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream().map(Result::fromLine).forEach(results::add);
            }
        }
        return results;
    }
}

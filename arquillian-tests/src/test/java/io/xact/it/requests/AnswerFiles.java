// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.support.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.as.controller.client.helpers.Operations;

/** The files of answers that are too long to be held in memory. */
final class AnswerFiles {

    private static final String PREFIX = "xact-answer-";

    private AnswerFiles() {}

    /** Those that are in the server's directory for such files, and on Linux those that it has open, with a name or without. */
    static List<String> present() {
        try (Stream<Path> temporary = Files.walk(Path.of(System.getProperty("xact.it.runs"), "engine/tmp"))) {
            return Stream.concat(temporary.map(Path::toString), open())
                    .filter(file -> file.contains(PREFIX))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> open() throws IOException {
        Path descriptors = Path.of("/proc/" + process() + "/fd");
        if (!Files.isDirectory(descriptors)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(AnswerFiles::target).toList().stream();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String process() {
        String name = Server.manage(Operations.createReadAttributeOperation(
                        Operations.createAddress("core-service", "platform-mbean", "type", "runtime"), "name"))
                .asString();
        return name.substring(0, name.indexOf('@'));
    }
}

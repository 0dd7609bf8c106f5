// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's log, from now on. */
public final class ServerLog {

    private static final Path FILE = Path.of(System.getProperty("xact.it.runs"), "engine/log/server.log");

    private final int before = all().size();

    /** The lines since then. */
    public List<String> lines() {
        List<String> all = all();
        return all.subList(before, all.size());
    }

    private static List<String> all() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

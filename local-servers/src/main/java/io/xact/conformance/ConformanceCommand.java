// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the build runs after all tests. */
public final class ConformanceCommand {

    private ConformanceCommand() {}

    /**
     * Runs inside Maven's process, whose system properties tell which tests were asked for.
     *
     * @param arguments {@code write} or {@code check}, the repository, the run of the build, and the modules whose tests carry
     *     ids
     * @throws ConformanceException if the build is to fail
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println("xact: " + gate(List.of(arguments)).pass(System.getProperties()));
    }

    static ConformanceGate gate(List<String> arguments) {
        boolean check = arguments.get(0).equals("check");
        Path root = Path.of(arguments.get(1)).toAbsolutePath().normalize();
        return new ConformanceGate(check, root, arguments.get(2), arguments.subList(3, arguments.size()));
    }
}
